using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>All facts that a filter lets through, as an undirected graph: entities are numbered in the order of their ids, so that what is reckoned on it is the same on every store.</summary>
internal sealed class WholeGraph
{
    private readonly int[] _starts;
    private readonly (int Neighbour, int Weight)[] _links;

    private WholeGraph(ITraversal traversal, int[] nodes, IReadOnlyList<Fact> facts, bool isTruncated)
    {
        (Traversal, Nodes, Facts, IsTruncated) = (traversal, nodes, facts, isTruncated);
        var pairs = facts
            .Where(fact => fact.Head != fact.Tail)
            .SelectMany(fact => ((int, int)[])[(fact.Head, fact.Tail), (fact.Tail, fact.Head)])
            .GroupBy(pair => pair)
            .Select(group => (group.Key.Item1, group.Key.Item2, Weight: group.Count()))
            .Order()
            .ToList();
        _links = [.. pairs.Select(pair => (pair.Item2, pair.Weight))];
        _starts = new int[nodes.Length + 1];
        foreach (var (from, _, _) in pairs)
            _starts[from + 1]++;
        for (var i = 0; i < nodes.Length; i++)
            _starts[i + 1] += _starts[i];
    }

    public ITraversal Traversal { get; }

    /// <summary>The node of the walk of each entity here.</summary>
    public int[] Nodes { get; }

    /// <summary>The facts, their ends numbered as here, in the order of their ids.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Whether there are more facts than a question looks at; then these are the newest.</summary>
    public bool IsTruncated { get; }

    /// <summary>The neighbours of an entity, in order, and how many facts connect it with each.</summary>
    public ReadOnlySpan<(int Neighbour, int Weight)> Links(int entity) => _links.AsSpan(_starts[entity].._starts[entity + 1]);

    public static async Task<WholeGraph> ReadAsync(IAdjacency adjacency, RelationFilter filter, CancellationToken cancellationToken)
    {
        var traversal = await adjacency.BeginAsync(cancellationToken);
        var (facts, isTruncated) = await traversal.AllFactsAsync(
            new FactFilter(filter with { Direction = RelationDirection.Both }), QuestionLimits.FactsOfAll, cancellationToken);
        int[] nodes = [.. facts.SelectMany(fact => (int[])[fact.Head, fact.Tail]).Distinct()];
        Array.Sort(nodes, traversal.CompareNodes);
        var numbers = nodes.Index().ToDictionary(item => item.Item, item => item.Index);
        var numbered = facts
            .Order(Comparer<Fact>.Create((left, right) => traversal.CompareFacts(left.Number, right.Number)))
            .Select(fact => fact with { Head = numbers[fact.Head], Tail = numbers[fact.Tail] });
        return new WholeGraph(traversal, nodes, [.. numbered], isTruncated);
    }
}
