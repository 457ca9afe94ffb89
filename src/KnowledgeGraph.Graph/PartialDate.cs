using System.Globalization;

namespace KnowledgeGraph.Graph;

/// <summary>A date as exactly as the text gives it: a day, a month or a year.</summary>
/// <remarks>Printed as in ISO 8601: <c>2023</c>, <c>2023-09</c>, <c>2023-09-15</c>. Ordered by that text, so 2023 is before 2023-01.</remarks>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (!Exists(year, month, day))
            throw new ArgumentOutOfRangeException(nameof(year), $"There is no date {year}-{month}-{day}.");

        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <summary>The first day that the date can mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that the date can mean.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    public static PartialDate FromDay(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Whether the calendar has the date; a day needs its month.</summary>
    public static bool Exists(int year, int? month = null, int? day = null) =>
        year is >= 1 and <= 9999
        && month is null or (>= 1 and <= 12)
        && (day is null || (month is not null && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value)));

    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = text?.Split('-');
        if (parts is not { Length: >= 1 and <= 3 } || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2))
            return false;

        var numbers = new int?[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return false;

            numbers[i] = number;
        }

        if (!Exists(numbers[0]!.Value, numbers[1], numbers[2]))
            return false;

        date = new PartialDate(numbers[0]!.Value, numbers[1], numbers[2]);
        return true;
    }

    /// <exception cref="FormatException">The text is no date of the form 2023, 2023-09 or 2023-09-15.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no date of the form 2023, 2023-09 or 2023-09-15.");

    public int CompareTo(PartialDate other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => $"{Year:D4}",
        (_, null) => $"{Year:D4}-{Month:D2}",
        _ => $"{Year:D4}-{Month:D2}-{Day:D2}",
    };

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
