using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>The graph around some entities.</summary>
/// <param name="Entities">The ones asked about first, then the nearer before the farther; within a hop the best connected first.</param>
/// <param name="Relations">All relations found between these entities.</param>
/// <param name="OmittedEntities">How many entities were left out for the limit, of those a hop from what was reached when it was met.</param>
/// <param name="IsTruncated">Whether an entity has more relations than a question looks at.</param>
public sealed record NeighbourhoodAnswer(
    IReadOnlyList<Entity> Entities, IReadOnlyList<Relation> Relations, int OmittedEntities, bool IsTruncated);

/// <summary>What is around one or several entities?</summary>
public static class Neighbourhood
{
    public static async Task<NeighbourhoodAnswer> AskAsync(
        IAdjacency adjacency, IReadOnlyCollection<EntityId> of, int depth, int limit, RelationFilter filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, QuestionLimits.MaxHops);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, QuestionLimits.MaxEntities);

        var traversal = await adjacency.BeginAsync(cancellationToken);
        var (reached, between, omitted, isTruncated) = await WalkAsync(traversal, of, depth, limit, filter, cancellationToken);
        var entities = await traversal.ReadEntitiesAsync(reached, cancellationToken);
        var relations = await traversal.ReadRelationsAsync(between, cancellationToken);
        return new NeighbourhoodAnswer(entities, [.. relations.OrderBy(relation => relation.Id.Value, StringComparer.Ordinal)], omitted, isTruncated);
    }

    /// <summary>The answer as nodes and facts, without their texts.</summary>
    public static async Task<(IReadOnlyList<int> Reached, IReadOnlyList<int> Between, int Omitted, bool IsTruncated)> WalkAsync(
        ITraversal traversal, IReadOnlyCollection<EntityId> of, int depth, int limit, RelationFilter filter, CancellationToken cancellationToken)
    {
        var ids = of.Distinct().OrderBy(id => id.Value, StringComparer.Ordinal).ToList();
        var start = (await traversal.FindAsync(ids, cancellationToken)).Where(node => node >= 0).ToList();
        var walk = new Walk(traversal, new FactFilter(filter), start, limit);
        for (var hop = 0; hop < depth && walk.Frontier.Count > 0 && !walk.IsFull; hop++)
        {
            await traversal.LoadAsync(walk.Frontier, walk.Filter, cancellationToken);
            walk.Advance();
        }

        return (walk.Reached, walk.Between(), walk.Omitted, walk.IsTruncated);
    }

    /// <summary>Breadth first, the best connected of each hop as far as the limit goes.</summary>
    private sealed class Walk(ITraversal traversal, FactFilter filter, List<int> start, int limit)
    {
        private readonly HashSet<int> _reached = [.. start.Take(limit)];
        private readonly HashSet<int> _omitted = [.. start.Skip(limit)];
        private readonly List<Fact> _facts = [];

        public FactFilter Filter { get; } = filter;

        public List<int> Reached { get; } = [.. start.Take(limit)];

        public IReadOnlyCollection<int> Frontier { get; private set; } = [.. start.Take(limit)];

        public int Omitted => _omitted.Count;

        public bool IsFull => _reached.Count >= limit;

        public bool IsTruncated { get; private set; }

        public void Advance()
        {
            var from = _facts.Count;
            foreach (var node in Frontier)
                IsTruncated |= traversal.Facts(node, Filter, _facts);

            var found = new HashSet<int>();
            for (var i = from; i < _facts.Count; i++)
            {
                foreach (var end in (ReadOnlySpan<int>)[_facts[i].Head, _facts[i].Tail])
                {
                    if (!_reached.Contains(end))
                        found.Add(end);
                }
            }

            var taken = BestConnected(found, limit - _reached.Count);
            Reached.AddRange(taken);
            _reached.UnionWith(taken);
            _omitted.UnionWith(found);
            _omitted.ExceptWith(taken);
            Frontier = taken;
        }

        /// <summary>The best connected of some nodes, then the first by id. Of many no more are put in order than are wanted, but for those with as many relations as the last.</summary>
        private List<int> BestConnected(HashSet<int> nodes, int count)
        {
            List<(int Degree, int Node)> ranked = [.. nodes.Select(node => (traversal.Degree(node), node))];
            if (ranked.Count > count)
            {
                int[] degrees = [.. ranked.Select(item => item.Degree)];
                Array.Sort(degrees);
                ranked.RemoveAll(item => item.Degree < degrees[^count]);
            }

            ranked.Sort((left, right) => right.Degree.CompareTo(left.Degree) is not 0 and var byDegree ? byDegree : traversal.CompareNodes(left.Node, right.Node));
            return [.. ranked.Take(count).Select(item => item.Node)];
        }

        /// <summary>The facts that were seen whose both ends were reached.</summary>
        public List<int> Between() =>
            [.. _facts.Where(fact => _reached.Contains(fact.Head) && _reached.Contains(fact.Tail)).Select(fact => fact.Number).Distinct()];
    }
}
