using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>An event that all the ones asked about attended.</summary>
/// <param name="Event">The event.</param>
/// <param name="Date">When it was: the event's date, else that of an attendance, else of its first report.</param>
/// <param name="Relations">The attendance of each, in the order asked for.</param>
public sealed record SharedEvent(Entity Event, FactDate? Date, IReadOnlyList<Relation> Relations);

/// <summary>Which events did several attend together?</summary>
/// <param name="Events">The oldest first, undated last, then by id.</param>
/// <param name="IsTruncated">Whether one of them attended more than a question looks at.</param>
public sealed record CoAttendanceAnswer(IReadOnlyList<SharedEvent> Events, bool IsTruncated);

/// <summary>When were several at the same gatherings? Two reads of the store.</summary>
public static class CoAttendance
{
    /// <param name="store">The graph.</param>
    /// <param name="of">Who is asked about: two or more.</param>
    /// <param name="filter">The days and the confidence that count; its types and direction are not used.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<CoAttendanceAnswer> AskAsync(
        IGraphStore store, IReadOnlyList<EntityId> of, RelationFilter filter, CancellationToken cancellationToken)
    {
        var attendance = await store.ReadRelationsAsync(
            of,
            filter with { Types = [RelationType.Attended], Direction = RelationDirection.Outgoing },
            new PageRequest(QuestionLimits.RelationsOfOne),
            cancellationToken);
        var people = of.Distinct().Count();
        var shared = of
            .Distinct()
            .SelectMany(one => attendance.GetValueOrDefault(one, Page<Relation>.Empty).Values)
            .GroupBy(relation => relation.TailId)
            .Where(group => group.Select(relation => relation.HeadId).Distinct().Count() == people)
            .ToDictionary(group => group.Key, group => group.DistinctBy(relation => relation.HeadId).ToList());
        var events = await store.FindEntitiesAsync(shared.Keys, cancellationToken);
        var answer = events.Values
            .Select(gathering => new SharedEvent(gathering, DateOf(gathering, shared[gathering.Id]), shared[gathering.Id]))
            .OrderBy(item => item.Date is null)
            .ThenBy(item => item.Date?.Date)
            .ThenBy(item => item.Event.Id.Value, StringComparer.Ordinal);
        return new CoAttendanceAnswer([.. answer], attendance.Values.Any(page => page.HasNextPage));
    }

    private static FactDate? DateOf(Entity gathering, List<Relation> relations)
    {
        var reported = relations.Min(relation => relation.FirstReported);
        return gathering.Date
            ?? relations.Select(relation => relation.Qualifiers.Date).FirstOrDefault(date => date is not null)
            ?? (reported is { } day ? new FactDate(day, IsPrinted: false) : null);
    }
}
