namespace KnowledgeGraph.Graph.Questions;

/// <summary>What a search for a path has reached from one of its ends: for each number of hops the cheapest way to each node.</summary>
/// <param name="search">The search.</param>
/// <param name="start">The end that the side begins at.</param>
/// <param name="target">The other end, at which it stops.</param>
/// <param name="isBarred">Whether a hop from one node to another is not taken.</param>
internal sealed class PathSide(PathSearch search, int start, int target, Func<int, int, bool> isBarred)
{
    private readonly List<Dictionary<int, (int Cost, int Previous)>> _layers = [new() { [start] = (0, start) }];
    private readonly Dictionary<int, int> _cheapest = new() { [start] = 0 };

    /// <summary>How many hops the side has gone.</summary>
    public int Depth => _layers.Count - 1;

    /// <summary>How many nodes it has reached.</summary>
    public int Seen => _cheapest.Count;

    /// <summary>What the last hop reached, and what it costs to come there.</summary>
    public IEnumerable<(int Node, int Cost)> Latest => _layers[^1].Select(label => (label.Key, label.Value.Cost));

    /// <summary>The nodes of the last hop from which another may still lead to a way within a budget.</summary>
    public List<int> Open(int budget) => [.. _layers[^1].Where(label => label.Key != target && CostBehind(label.Key, label.Value.Cost) <= budget).Select(label => label.Key)];

    /// <summary>Takes one more hop, from nodes whose facts are loaded.</summary>
    public void Advance(List<int> frontier)
    {
        var reached = new Dictionary<int, (int Cost, int Previous)>();
        foreach (var node in frontier)
        {
            var cost = CostBehind(node, _layers[^1][node].Cost) + PathSearch.Hop;
            foreach (var fact in search.FactsOf(node))
            {
                var next = fact.Other(node);
                if (isBarred(node, next) || _cheapest.GetValueOrDefault(next, int.MaxValue) <= cost)
                    continue;

                if (!reached.TryGetValue(next, out var label) || cost < label.Cost || (cost == label.Cost && search.Compare(node, label.Previous) < 0))
                    reached[next] = (cost, node);
            }
        }

        foreach (var (node, label) in reached)
            _cheapest[node] = label.Cost;

        _layers.Add(reached);
    }

    /// <summary>The cheapest way to a node of at most so many hops, the shorter of two.</summary>
    public (int Cost, int Depth)? Best(int node, int maxDepth)
    {
        (int Cost, int Depth)? best = null;
        for (var depth = 0; depth <= Math.Min(maxDepth, Depth); depth++)
        {
            if (_layers[depth].TryGetValue(node, out var label) && (best is null || label.Cost < best.Value.Cost))
                best = (label.Cost, depth);
        }

        return best;
    }

    /// <summary>The nodes of the way of so many hops, from <paramref name="node"/> back to the start.</summary>
    public IEnumerable<int> WayTo(int node, int depth)
    {
        for (; depth > 0; depth--)
        {
            yield return node;
            node = _layers[depth][node].Previous;
        }

        yield return node;
    }

    /// <summary>The cost of a way to a node and through it.</summary>
    private int CostBehind(int node, int cost) => node == start ? cost : cost + search.Passing(node);
}
