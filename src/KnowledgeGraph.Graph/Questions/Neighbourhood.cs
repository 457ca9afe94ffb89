using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>The graph around some entities.</summary>
/// <param name="Entities">The ones asked about first, then the nearer before the farther; within a hop the best connected first.</param>
/// <param name="Relations">All relations found between these entities.</param>
/// <param name="OmittedEntities">How many entities within reach were left out for the limit.</param>
/// <param name="IsTruncated">Whether an entity has more relations than a question looks at.</param>
public sealed record NeighbourhoodAnswer(
    IReadOnlyList<Entity> Entities, IReadOnlyList<Relation> Relations, int OmittedEntities, bool IsTruncated);

/// <summary>What is around one or several entities? Two reads of the store a hop.</summary>
public static class Neighbourhood
{
    public static async Task<NeighbourhoodAnswer> AskAsync(
        IGraphStore store, IReadOnlyCollection<EntityId> of, int depth, int limit, RelationFilter filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, QuestionLimits.MaxHops);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, QuestionLimits.MaxEntities);

        var start = await store.FindEntitiesAsync(of, cancellationToken);
        var reached = start.Values.OrderBy(entity => entity.Id.Value, StringComparer.Ordinal).Take(limit).ToDictionary(entity => entity.Id);
        var relations = new Dictionary<RelationId, Relation>();
        var frontier = reached.Keys.ToList();
        var omitted = start.Count - reached.Count;
        var isTruncated = false;
        for (var hop = 0; hop < depth && frontier.Count > 0; hop++)
        {
            var read = await store.ReadRelationsAsync(frontier, filter, new PageRequest(QuestionLimits.RelationsOfOne), cancellationToken);
            isTruncated |= read.Values.Any(page => page.HasNextPage);
            foreach (var relation in read.Values.SelectMany(page => page.Values))
                relations.TryAdd(relation.Id, relation);

            var neighbours = relations.Values
                .SelectMany(relation => (EntityId[])[relation.HeadId, relation.TailId])
                .Distinct()
                .Where(id => !reached.ContainsKey(id))
                .ToList();
            var found = (await store.FindEntitiesAsync(neighbours, cancellationToken)).Values
                .OrderByDescending(entity => entity.RelationCount)
                .ThenBy(entity => entity.Id.Value, StringComparer.Ordinal)
                .ToList();
            frontier = [.. found.Take(limit - reached.Count).Select(entity => entity.Id)];
            omitted = found.Count - frontier.Count;
            foreach (var entity in found.Take(frontier.Count))
                reached.Add(entity.Id, entity);
        }

        var between = relations.Values
            .Where(relation => reached.ContainsKey(relation.HeadId) && reached.ContainsKey(relation.TailId))
            .OrderBy(relation => relation.Id.Value, StringComparer.Ordinal);
        return new NeighbourhoodAnswer([.. reached.Values], [.. between], omitted, isTruncated);
    }
}
