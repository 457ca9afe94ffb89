using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Adjacency;

/// <summary>All facts at one time, in compressed rows both ways: 37 bytes a fact and 25 an entity. Never changed.</summary>
/// <remarks>
/// Nodes are numbered in the order of their ids. Facts are numbered by head, then the newest first, then by id, so the facts that lead from a node are one row;
/// those that lead to it are a row of numbers in the same order.
/// </remarks>
internal sealed class AdjacencyRows
{
    private readonly UInt128[] _nodeIds;
    private readonly byte[] _types;
    private readonly int[] _outStarts;
    private readonly int[] _inStarts;
    private readonly int[] _incoming;
    private readonly UInt128[] _ids;
    private readonly int[] _heads;
    private readonly int[] _tails;
    private readonly FactKind[] _kinds;
    private readonly PackedDate[] _dates;
    private readonly ushort[] _confidences;
    private readonly ushort[] _knownFrom;

    /// <param name="entities">The entities and their types.</param>
    /// <param name="facts">The facts; one with an end that is no entity is left out.</param>
    public AdjacencyRows(IReadOnlyDictionary<UInt128, EntityType> entities, IEnumerable<IndexedFact> facts)
    {
        _nodeIds = [.. entities.Keys];
        Array.Sort(_nodeIds);
        _types = [.. _nodeIds.Select(id => (byte)entities[id])];

        IndexedFact[] sorted = [.. facts.Where(fact => entities.ContainsKey(fact.Head) && entities.ContainsKey(fact.Tail))];
        Array.Sort(sorted, ByHead);
        var count = sorted.Length;
        (_ids, _heads, _tails, _kinds) = (new UInt128[count], new int[count], new int[count], new FactKind[count]);
        (_dates, _confidences, _knownFrom, _incoming) = (new PackedDate[count], new ushort[count], new ushort[count], new int[count]);
        (_outStarts, _inStarts) = (new int[_nodeIds.Length + 1], new int[_nodeIds.Length + 1]);
        for (var i = 0; i < count; i++)
        {
            var fact = sorted[i];
            (_ids[i], _kinds[i], _dates[i], _confidences[i], _knownFrom[i]) = (fact.Id, fact.Kind, fact.Date, fact.Confidence, fact.KnownFrom);
            (_heads[i], _tails[i], _incoming[i]) = (Find(fact.Head), Find(fact.Tail), i);
            _outStarts[_heads[i] + 1]++;
            _inStarts[_tails[i] + 1]++;
        }

        Array.Sort(_incoming, ByTail);
        for (var node = 0; node < _nodeIds.Length; node++)
        {
            _outStarts[node + 1] += _outStarts[node];
            _inStarts[node + 1] += _inStarts[node];
        }
    }

    public int NodeCount => _nodeIds.Length;

    public int FactCount => _ids.Length;

    /// <summary>The bytes of all arrays.</summary>
    public long Bytes => (_nodeIds.Length * (16L + 1 + 4 + 4)) + (_ids.Length * (16L + 4 + 4 + 4 + 4 + 1 + 2 + 2));

    /// <summary>The node of an entity, negative where it is none.</summary>
    public int Find(UInt128 id) => Array.BinarySearch(_nodeIds, id);

    public UInt128 NodeId(int node) => _nodeIds[node];

    public EntityType TypeOf(int node) => (EntityType)_types[node];

    public UInt128 FactId(int fact) => _ids[fact];

    public FactKind KindOf(int fact) => _kinds[fact];

    public DateOnly? KnownFrom(int fact) => IndexedFact.DayOf(_knownFrom[fact]);

    public Fact Fact(int fact) => new(fact, _heads[fact], _tails[fact], _kinds[fact].Type, _confidences[fact] / 10_000.0, _dates[fact]);

    public IndexedFact Unpack(int fact) =>
        new(_ids[fact], _nodeIds[_heads[fact]], _nodeIds[_tails[fact]], _kinds[fact], _dates[fact], _confidences[fact], _knownFrom[fact]);

    /// <summary>The number of the first fact that leads from a node, and of the one behind the last.</summary>
    public (int Start, int End) Outgoing(int node) => (_outStarts[node], _outStarts[node + 1]);

    /// <summary>The facts that lead to a node.</summary>
    public ReadOnlySpan<int> Incoming(int node) => _incoming.AsSpan(_inStarts[node].._inStarts[node + 1]);

    public int Degree(int node) => _outStarts[node + 1] - _outStarts[node] + _inStarts[node + 1] - _inStarts[node];

    /// <summary>The number of the fact with this id that leads from a node, -1 where there is none.</summary>
    public int FindOutgoing(int node, UInt128 id)
    {
        var index = _ids.AsSpan(_outStarts[node].._outStarts[node + 1]).IndexOf(id);
        return index < 0 ? -1 : _outStarts[node] + index;
    }

    private static int ByHead(IndexedFact left, IndexedFact right)
    {
        var order = left.Head.CompareTo(right.Head);
        if (order == 0)
            order = right.Date.CompareTo(left.Date);

        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }

    private int ByTail(int left, int right)
    {
        var order = _tails[left].CompareTo(_tails[right]);
        if (order == 0)
            order = _dates[right].CompareTo(_dates[left]);

        return order != 0 ? order : _ids[left].CompareTo(_ids[right]);
    }
}
