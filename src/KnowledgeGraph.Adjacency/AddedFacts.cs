using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Adjacency;

/// <summary>Facts and nodes that came after the rows. Grows at its end alone: a snapshot looks at no more than it had, so that branches share the memory.</summary>
/// <remarks>Only the newest branch is added to.</remarks>
internal sealed class AddedFacts
{
    private (IndexedFact Fact, int Head, int Tail)[] _facts = [];
    private (UInt128 Id, EntityType Type)[] _nodes = [];
    private int _nodeCount;

    public int Count { get; private set; }

    public IndexedFact this[int index] => _facts[index].Fact;

    public (int Head, int Tail) Ends(int index) => (_facts[index].Head, _facts[index].Tail);

    public UInt128 NodeId(int index) => _nodes[index].Id;

    public EntityType TypeOf(int index) => _nodes[index].Type;

    public AddedFacts Branch() => new() { _facts = _facts, Count = Count, _nodes = _nodes, _nodeCount = _nodeCount };

    public int Add(IndexedFact fact, int head, int tail)
    {
        Append(ref _facts, Count, (fact, head, tail));
        return Count++;
    }

    public int AddNode(UInt128 id, EntityType type)
    {
        Append(ref _nodes, _nodeCount, (id, type));
        return _nodeCount++;
    }

    private static void Append<T>(ref T[] items, int count, T item)
    {
        if (count == items.Length)
            Array.Resize(ref items, Math.Max(16, count * 2));

        items[count] = item;
    }
}
