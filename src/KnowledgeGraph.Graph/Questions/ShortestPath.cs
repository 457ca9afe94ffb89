using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>How two entities are connected.</summary>
/// <param name="Entities">From the one to the other; empty where no path was found.</param>
/// <param name="Relations">The relation of each hop: one fewer than the entities.</param>
/// <param name="IsTruncated">Whether the search ended at a limit, so that a path may have been missed.</param>
public sealed record PathAnswer(IReadOnlyList<Entity> Entities, IReadOnlyList<Relation> Relations, bool IsTruncated);

/// <summary>What is the shortest way from one entity to another?</summary>
/// <remarks>
/// Breadth first from both ends, the smaller frontier first; one read of the store a hop. Of relations between the same two, the most
/// confident leads; of several shortest paths, the one whose relations have the first ids.
/// </remarks>
public static class ShortestPath
{
    public static async Task<PathAnswer> AskAsync(
        IGraphStore store, EntityId from, EntityId to, int maxHops, RelationFilter filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxHops, QuestionLimits.MaxHops);

        var ends = await store.FindEntitiesAsync([from, to], cancellationToken);
        if (!ends.ContainsKey(from) || !ends.ContainsKey(to))
            return new PathAnswer([], [], IsTruncated: false);

        var (forward, backward) = (new Side(from), new Side(to));
        for (var hop = 0; hop < maxHops && Meeting(forward, backward) is null; hop++)
        {
            var side = forward.Frontier.Count <= backward.Frontier.Count ? forward : backward;
            if (side.Frontier.Count == 0 || forward.Via.Count + backward.Via.Count > QuestionLimits.MaxVisited)
                break;

            side.Advance(await store.ReadRelationsAsync(
                side.Frontier, filter, new PageRequest(QuestionLimits.RelationsOfOne), cancellationToken));
        }

        var isTruncated = forward.IsTruncated || backward.IsTruncated || forward.Via.Count + backward.Via.Count > QuestionLimits.MaxVisited;
        if (Meeting(forward, backward) is not { } meeting)
            return new PathAnswer([], [], isTruncated);

        List<Relation> relations = [.. forward.WayTo(meeting).Reverse(), .. backward.WayTo(meeting)];
        var ids = new List<EntityId> { from };
        foreach (var relation in relations)
            ids.Add(relation.Other(ids[^1]));

        var entities = await store.FindEntitiesAsync(ids, cancellationToken);
        return new PathAnswer([.. ids.Select(id => entities[id])], relations, isTruncated);
    }

    /// <summary>Where the two sides meet on the shortest way, the first id of several.</summary>
    private static EntityId? Meeting(Side forward, Side backward)
    {
        var (small, large) = forward.Via.Count < backward.Via.Count ? (forward, backward) : (backward, forward);
        return small.Distance.Keys
            .Where(large.Distance.ContainsKey)
            .OrderBy(id => small.Distance[id] + large.Distance[id])
            .ThenBy(id => id.Value, StringComparer.Ordinal)
            .Cast<EntityId?>()
            .FirstOrDefault();
    }

    /// <summary>What has been reached from one end.</summary>
    private sealed class Side(EntityId start)
    {
        public Dictionary<EntityId, int> Distance { get; } = new() { [start] = 0 };

        /// <summary>The relation by which each entity was first reached.</summary>
        public Dictionary<EntityId, Relation> Via { get; } = [];

        public IReadOnlyCollection<EntityId> Frontier { get; private set; } = [start];

        public bool IsTruncated { get; private set; }

        public void Advance(IReadOnlyDictionary<EntityId, Page<Relation>> read)
        {
            IsTruncated |= read.Values.Any(page => page.HasNextPage);
            var hops =
                from page in read
                from relation in page.Value.Values
                let next = relation.Other(page.Key)
                where !Distance.ContainsKey(next)
                orderby relation.Confidence descending, relation.Id.Value
                select (page.Key, Next: next, Relation: relation);
            var reached = new List<EntityId>();
            foreach (var (previous, next, relation) in hops.ToList())
            {
                if (Distance.TryAdd(next, Distance[previous] + 1))
                {
                    Via.Add(next, relation);
                    reached.Add(next);
                }
            }

            Frontier = reached;
        }

        /// <summary>The relations from <paramref name="id"/> back to the start.</summary>
        public IEnumerable<Relation> WayTo(EntityId id)
        {
            while (Via.TryGetValue(id, out var relation))
            {
                yield return relation;
                id = relation.Other(id);
            }
        }
    }
}
