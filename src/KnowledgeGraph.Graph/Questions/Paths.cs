using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>A way from one entity to another on which none comes twice.</summary>
/// <param name="Entities">From the one to the other.</param>
/// <param name="Relations">The relation of each hop, the most confident of those between its two ends: one fewer than the entities.</param>
/// <param name="Cost">As <see cref="Paths"/> reckons it.</param>
public sealed record GraphPath(IReadOnlyList<Entity> Entities, IReadOnlyList<Relation> Relations, double Cost);

/// <summary>How two entities are connected.</summary>
/// <param name="Found">The cheapest first, then the shorter, then by the ids of the entities; empty where there is no path.</param>
/// <param name="IsTruncated">Whether the search met a limit, so that a path may have been missed.</param>
public sealed record PathsAnswer(IReadOnlyList<GraphPath> Found, bool IsTruncated);

/// <summary>What are the best ways from one entity to another?</summary>
/// <remarks>
/// A hop costs 1, and an entity that is passed through log10 of its number of relations: everybody is near a country, and that says little. The best path
/// is found from both ends, a hop a time (<see cref="PathSearch"/>); the next best ones as by J. Y. Yen, Finding the K shortest loopless paths in a
/// network, Management Science 17, 1971.
/// </remarks>
public static class Paths
{
    /// <param name="adjacency">The graph.</param>
    /// <param name="from">Where the paths begin.</param>
    /// <param name="to">Where they end.</param>
    /// <param name="count">How many, at most <see cref="QuestionLimits.MaxPaths"/>.</param>
    /// <param name="maxHops">How long, at most <see cref="QuestionLimits.MaxHops"/> hops.</param>
    /// <param name="avoid">Entities that are not passed through.</param>
    /// <param name="filter">Which facts lead on; the direction is not used.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<PathsAnswer> AskAsync(
        IAdjacency adjacency,
        EntityId from,
        EntityId to,
        int count,
        int maxHops,
        IReadOnlyCollection<EntityId> avoid,
        RelationFilter filter,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, QuestionLimits.MaxPaths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxHops, QuestionLimits.MaxHops);

        var traversal = await adjacency.BeginAsync(cancellationToken);
        var nodes = await traversal.FindAsync([from, to, .. avoid], cancellationToken);
        if (nodes[0] < 0 || nodes[1] < 0)
            return new PathsAnswer([], IsTruncated: false);

        var avoided = nodes.Skip(2).Where(node => node >= 0 && node != nodes[0] && node != nodes[1]).ToHashSet();
        var search = new PathSearch(traversal, new FactFilter(filter with { Direction = RelationDirection.Both }));
        var found = await BestAsync(search, new Way([nodes[0]], Cost: 0), nodes[1], count, maxHops, avoided, cancellationToken);
        var hops = found.Select(way => way.Nodes.Zip(way.Nodes.Skip(1), search.BestFact).ToList()).ToList();
        var texts = await WalkTexts.ReadAsync(traversal, found.SelectMany(way => way.Nodes), hops.SelectMany(hop => hop), cancellationToken);
        var paths = found.Zip(hops, (way, facts) => new GraphPath(
            [.. way.Nodes.Select(texts.Entity)], [.. facts.Select(texts.Relation)], way.Cost / (double)PathSearch.Hop));
        return new PathsAnswer([.. paths], search.IsTruncated);
    }

    private static async Task<List<Way>> BestAsync(
        PathSearch search, Way start, int to, int count, int maxHops, HashSet<int> avoided, CancellationToken cancellationToken)
    {
        var found = new List<Way>();
        var candidates = new SortedSet<Way>(Comparer<Way>.Create(search.Compare));
        if (await search.FindAsync(start, to, maxHops, avoided, [], cancellationToken) is { } best)
            candidates.Add(best);

        while (found.Count < count && candidates.Min is { } next)
        {
            candidates.Remove(next);
            found.Add(next);
            if (found.Count == count)
                break;

            // The next best path leaves one that is found at some node, by a hop that no path found so far takes from there.
            for (var spur = 0; spur < next.Nodes.Count - 1; spur++)
            {
                var root = next.Nodes.Take(spur + 1).ToList();
                var taken = found
                    .Where(way => way.Nodes.Count > spur + 1 && way.Nodes.Take(spur + 1).SequenceEqual(root))
                    .Select(way => way.Nodes[spur + 1])
                    .ToHashSet();
                if (await search.FindAsync(search.WayAlong(root), to, maxHops, [.. avoided, .. root], taken, cancellationToken) is { } way)
                    candidates.Add(way);
            }
        }

        return found;
    }
}
