namespace KnowledgeGraph.Graph.Storage;

/// <summary>A day on which the papers are read: what was printed later is not known.</summary>
/// <remarks>
/// A report of which only the month or the year is known counts once that month or year is over. So a first report lies by the end of
/// <see cref="Day"/> when its text is not behind that of the property of its precision.
/// </remarks>
public sealed record AsOf(DateOnly Day)
{
    /// <summary>The last month that is over at the end of the day: <c>2023-05</c>.</summary>
    public string Month => (IsLastOfMonth ? Day : Day.AddMonths(-1)).ToString("yyyy-MM");

    /// <summary>The last year that is over at the end of the day: <c>2022</c>.</summary>
    public string Year => $"{(Day is { Month: 12, Day: 31 } ? Day.Year : Day.Year - 1):D4}";

    /// <summary>Whether a report was certainly in print by the end of the day.</summary>
    public bool Knows(PartialDate? reported) => reported?.Last <= Day;

    private bool IsLastOfMonth => Day.Day == DateTime.DaysInMonth(Day.Year, Day.Month);
}
