using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>An event that all the ones asked about attended.</summary>
/// <param name="Event">The event.</param>
/// <param name="Date">When it was: the event's date, else that of an attendance, else of its last report.</param>
/// <param name="Relations">The attendance of each, in the order asked for.</param>
public sealed record SharedEvent(Entity Event, PartialDate? Date, IReadOnlyList<Relation> Relations);

/// <summary>Which events did several attend together?</summary>
/// <param name="Events">The oldest first, undated last, then by id.</param>
/// <param name="TotalCount">How many there are in all.</param>
/// <param name="IsTruncated">Whether one of them attended more than a question looks at.</param>
public sealed record CoAttendanceAnswer(IReadOnlyList<SharedEvent> Events, int TotalCount, bool IsTruncated);

/// <summary>When were several at the same gatherings?</summary>
public static class CoAttendance
{
    /// <param name="adjacency">The graph.</param>
    /// <param name="of">Who is asked about: two or more.</param>
    /// <param name="filter">The days, the confidence and the day of reading that count; its types and direction are not used.</param>
    /// <param name="first">How many events to tell of.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<CoAttendanceAnswer> AskAsync(
        IAdjacency adjacency, IReadOnlyList<EntityId> of, RelationFilter filter, int first, CancellationToken cancellationToken)
    {
        var traversal = await adjacency.BeginAsync(cancellationToken);
        var asked = (await traversal.FindAsync([.. of.Distinct()], cancellationToken)).ToList();
        if (asked.Contains(-1))
            return new CoAttendanceAnswer([], TotalCount: 0, IsTruncated: false);

        var wanted = new FactFilter(filter with { Types = [RelationType.Attended], Direction = RelationDirection.Outgoing });
        await traversal.LoadAsync(asked, wanted, cancellationToken);
        var isTruncated = false;
        var attendance = new List<Fact>();
        foreach (var one in asked)
            isTruncated |= traversal.Facts(one, wanted, attendance);

        var shared = attendance
            .GroupBy(fact => fact.Tail)
            .Select(group => (Event: group.Key, Facts: group.DistinctBy(fact => fact.Head).ToList()))
            .Where(group => group.Facts.Count == asked.Count)
            .ToList();
        var texts = await WalkTexts.ReadAsync(
            traversal, shared.Select(group => group.Event), shared.SelectMany(group => group.Facts).Select(fact => fact.Number), cancellationToken);
        var events = shared
            .Select(group => new SharedEvent(
                texts.Entity(group.Event),
                texts.Entity(group.Event).Date?.Date ?? group.Facts.Min(fact => fact.Date).ToDate(),
                [.. group.Facts.OrderBy(fact => asked.IndexOf(fact.Head)).Select(fact => texts.Relation(fact.Number))]))
            .OrderBy(item => item.Date is null)
            .ThenBy(item => item.Date)
            .ThenBy(item => item.Event.Id.Value, StringComparer.Ordinal);
        return new CoAttendanceAnswer([.. events.Take(first)], shared.Count, isTruncated);
    }
}
