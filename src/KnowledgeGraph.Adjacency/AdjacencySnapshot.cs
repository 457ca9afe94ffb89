using System.Collections.Immutable;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Adjacency;

/// <summary>The graph as of one write: rows, and what was written since they were made. Never changed; a write makes the next one.</summary>
/// <remarks>Facts that were added are numbered behind those of the rows, and so are nodes.</remarks>
internal sealed class AdjacencySnapshot
{
    private readonly AdjacencyRows _rows;
    private readonly ImmutableDictionary<int, NodeDelta> _deltas;
    private readonly ImmutableDictionary<UInt128, int> _newNodes;
    private readonly ImmutableHashSet<int> _gone;
    private readonly AddedFacts _added;

    private AdjacencySnapshot(
        AdjacencyRows rows,
        long number,
        ImmutableDictionary<int, NodeDelta> deltas,
        ImmutableDictionary<UInt128, int> newNodes,
        ImmutableHashSet<int> gone,
        AddedFacts added) =>
        (_rows, Number, _deltas, _newNodes, _gone, _added) = (rows, number, deltas, newNodes, gone, added);

    /// <summary>Rows with nothing written since.</summary>
    public AdjacencySnapshot(AdjacencyRows rows, long number)
        : this(rows, number, ImmutableDictionary<int, NodeDelta>.Empty, ImmutableDictionary<UInt128, int>.Empty, [], new AddedFacts())
    {
    }

    /// <summary>The number of the last write that is in it.</summary>
    public long Number { get; }

    /// <summary>How many facts were written since the rows were made.</summary>
    public int DeltaSize => _added.Count;

    public AdjacencyRows Rows => _rows;

    /// <summary>The node of an entity, -1 where it is none.</summary>
    public int Find(UInt128 id) => Numbered(id) is >= 0 and var node && !_gone.Contains(node) ? node : -1;

    public UInt128 NodeId(int node) => node < _rows.NodeCount ? _rows.NodeId(node) : _added.NodeId(node - _rows.NodeCount);

    public EntityType TypeOf(int node) => node < _rows.NodeCount ? _rows.TypeOf(node) : _added.TypeOf(node - _rows.NodeCount);

    public UInt128 FactId(int fact) => fact < _rows.FactCount ? _rows.FactId(fact) : _added[fact - _rows.FactCount].Id;

    public int Degree(int node) =>
        (node < _rows.NodeCount ? _rows.Degree(node) : 0) + (_deltas.TryGetValue(node, out var delta) ? delta.Added.Count - delta.Gone.Count : 0);

    /// <summary>Adds the facts of a node that a filter lets through.</summary>
    public void Facts(int node, FactFilter filter, List<Fact> facts)
    {
        _deltas.TryGetValue(node, out var delta);
        if (node < _rows.NodeCount)
        {
            var (start, end) = _rows.Outgoing(node);
            for (var fact = start; fact < end; fact++)
                AddFromRows(fact, isHead: true, filter, delta, facts);

            foreach (var fact in _rows.Incoming(node))
                AddFromRows(fact, isHead: false, filter, delta, facts);
        }

        foreach (var added in delta?.Added ?? [])
        {
            if (delta!.Gone.Contains(added))
                continue;

            var fact = AddedFact(added);
            if (filter.LetsThrough(fact.Type, isHead: fact.Head == node) && LetsThrough(filter, _added[added - _rows.FactCount]))
                facts.Add(fact);
        }
    }

    /// <summary>All facts that a filter lets through, whatever its direction.</summary>
    public IEnumerable<Fact> AllFacts(FactFilter filter) => AllNumbers()
        .Select(number => (Number: number, Packed: Packed(number)))
        .Where(item => filter.LetsThrough(item.Packed.Kind.Type, isHead: true) && LetsThrough(filter, item.Packed))
        .Select(item => item.Number < _rows.FactCount ? _rows.Fact(item.Number) : AddedFact(item.Number));

    /// <summary>The graph as it is, in rows.</summary>
    public AdjacencyRows ToRows()
    {
        var entities = new Dictionary<UInt128, EntityType>(_rows.NodeCount + _newNodes.Count);
        for (var node = 0; node < _rows.NodeCount + _newNodes.Count; node++)
        {
            if (!_gone.Contains(node))
                entities.Add(NodeId(node), TypeOf(node));
        }

        return new AdjacencyRows(entities, AllNumbers().Select(Packed));
    }

    /// <summary>The graph after more writes.</summary>
    /// <param name="number">The number of the last of them.</param>
    /// <param name="entities">The entities that they touched, and their types now; null for one that is gone. The ends of relations that are gone are among them.</param>
    /// <param name="relations">The relations that they changed, and what they are now; null for one that is gone or that an end is missing of.</param>
    public AdjacencySnapshot After(
        long number, IReadOnlyDictionary<UInt128, EntityType?> entities, IReadOnlyDictionary<UInt128, IndexedFact?> relations)
    {
        var (deltas, newNodes, gone, added) = (_deltas.ToBuilder(), _newNodes.ToBuilder(), _gone.ToBuilder(), _added.Branch());
        foreach (var (id, type) in entities.Where(entity => entity.Value is not null))
        {
            if (Numbered(id) is >= 0 and var node)
                gone.Remove(node);
            else
                newNodes.Add(id, _rows.NodeCount + added.AddNode(id, type!.Value));
        }

        foreach (var (id, now) in relations)
        {
            if (FindFact(id, now is { } known ? [known.Head] : entities.Keys, deltas, added) is >= 0 and var before)
                Forget(before, deltas, added);

            if (now is { } fact)
            {
                var (head, tail) = (Node(fact.Head), Node(fact.Tail));
                var place = _rows.FactCount + added.Add(fact, head, tail);
                foreach (var end in (ReadOnlySpan<int>)[head, tail])
                    deltas[end] = deltas.GetValueOrDefault(end, NodeDelta.Empty).With(place);
            }
        }

        foreach (var (id, _) in entities.Where(entity => entity.Value is null))
        {
            if (Numbered(id) is >= 0 and var node)
                gone.Add(node);
        }

        return new AdjacencySnapshot(_rows, number, deltas.ToImmutable(), newNodes.ToImmutable(), gone.ToImmutable(), added);

        int Node(UInt128 id) => _rows.Find(id) is >= 0 and var node ? node : newNodes[id];
    }

    /// <summary>The node of an entity that is or was there, -1 where it never was.</summary>
    private int Numbered(UInt128 id) => _rows.Find(id) is >= 0 and var node ? node : _newNodes.GetValueOrDefault(id, -1);

    private int FindFact(UInt128 id, IEnumerable<UInt128> heads, IReadOnlyDictionary<int, NodeDelta> deltas, AddedFacts added)
    {
        foreach (var head in heads)
        {
            var node = Numbered(head);
            if (node < 0)
                continue;

            var delta = deltas.GetValueOrDefault(node, NodeDelta.Empty);
            foreach (var place in delta.Added)
            {
                if (added[place - _rows.FactCount].Id == id && !delta.Gone.Contains(place))
                    return place;
            }

            if (node < _rows.NodeCount && _rows.FindOutgoing(node, id) is >= 0 and var row && !delta.Gone.Contains(row))
                return row;
        }

        return -1;
    }

    private void Forget(int fact, ImmutableDictionary<int, NodeDelta>.Builder deltas, AddedFacts added)
    {
        var (head, tail) = fact < _rows.FactCount
            ? (_rows.Fact(fact).Head, _rows.Fact(fact).Tail)
            : added.Ends(fact - _rows.FactCount);
        foreach (var end in (ReadOnlySpan<int>)[head, tail])
            deltas[end] = deltas.GetValueOrDefault(end, NodeDelta.Empty).Without(fact);
    }

    private void AddFromRows(int number, bool isHead, FactFilter filter, NodeDelta? delta, List<Fact> facts)
    {
        var kind = _rows.KindOf(number);
        if (!filter.LetsThrough(kind.Type, isHead) || delta?.Gone.Contains(number) == true)
            return;

        var fact = _rows.Fact(number);
        if (filter.LetsThrough(kind.Status, fact.Confidence, fact.Date, filter.Source.AsOf is null ? null : _rows.KnownFrom(number)))
            facts.Add(fact);
    }

    private static bool LetsThrough(FactFilter filter, IndexedFact fact) =>
        filter.LetsThrough(fact.Kind.Status, fact.Confidence / 10_000.0, fact.Date, IndexedFact.DayOf(fact.KnownFrom));

    private Fact AddedFact(int number)
    {
        var fact = _added[number - _rows.FactCount];
        var (head, tail) = _added.Ends(number - _rows.FactCount);
        return new Fact(number, head, tail, fact.Kind.Type, fact.Confidence / 10_000.0, fact.Date);
    }

    private IndexedFact Packed(int number) => number < _rows.FactCount ? _rows.Unpack(number) : _added[number - _rows.FactCount];

    private IEnumerable<int> AllNumbers()
    {
        var gone = _deltas.Values.SelectMany(delta => delta.Gone).ToHashSet();
        return Enumerable.Range(0, _rows.FactCount + _added.Count).Where(number => !gone.Contains(number));
    }

    /// <summary>What was written at a node since the rows were made.</summary>
    /// <param name="Added">The facts that were added, gone ones too.</param>
    /// <param name="Gone">The facts of rows or added that are no more.</param>
    private sealed record NodeDelta(ImmutableList<int> Added, ImmutableHashSet<int> Gone)
    {
        public static readonly NodeDelta Empty = new([], []);

        public NodeDelta With(int fact) => this with { Added = Added.Add(fact) };

        public NodeDelta Without(int fact) => this with { Gone = Gone.Add(fact) };
    }
}
