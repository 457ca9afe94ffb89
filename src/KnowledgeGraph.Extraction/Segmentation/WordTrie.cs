namespace KnowledgeGraph.Extraction.Segmentation;

/// <summary>A set of words, each with a number, that is walked character by character.</summary>
internal sealed class WordTrie
{
    public const int Root = 0;
    private const int None = -1;

    private ulong[] _keys = new ulong[1 << 16];
    private int[] _targets = new int[1 << 16];
    private int[] _values = new int[1 << 14];
    private int _nodes = 1;
    private int _edges;

    public WordTrie() => _values[Root] = None;

    /// <summary>Adds a word. A word that is there keeps its first number.</summary>
    public void Add(ReadOnlySpan<char> word, int value)
    {
        var node = Root;
        foreach (var c in word)
        {
            var next = Step(node, c);
            node = next == None ? AddEdge(node, c) : next;
        }

        if (node != Root && _values[node] == None)
            _values[node] = value;
    }

    /// <summary>The node behind <paramref name="c"/>, or −1.</summary>
    public int Step(int node, char c)
    {
        var key = Key(node, c);
        var mask = (ulong)_keys.Length - 1;
        for (var slot = Slot(key) & mask; ; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key)
                return _targets[slot];

            if (_keys[slot] == 0)
                return None;
        }
    }

    /// <summary>The number of the word that ends at a node, or −1.</summary>
    public int ValueAt(int node) => _values[node];

    /// <summary>The number of a word, or −1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var node = Root;
        foreach (var c in word)
        {
            node = Step(node, c);
            if (node == None)
                return None;
        }

        return ValueAt(node);
    }

    public bool Contains(ReadOnlySpan<char> word) => Find(word) != None;

    /// <summary>The length of the longest word that <paramref name="text"/> begins with, and its number; 0 and −1 where there is none.</summary>
    public (int Length, int Value) Longest(ReadOnlySpan<char> text)
    {
        var (node, length, value) = (Root, 0, None);
        for (var i = 0; i < text.Length; i++)
        {
            node = Step(node, text[i]);
            if (node == None)
                break;

            if (_values[node] != None)
                (length, value) = (i + 1, _values[node]);
        }

        return (length, value);
    }

    private int AddEdge(int node, char c)
    {
        if (2 * ++_edges > _keys.Length)
            Grow();

        if (_nodes == _values.Length)
            Array.Resize(ref _values, 2 * _nodes);

        _values[_nodes] = None;
        Insert(Key(node, c), _nodes);
        return _nodes++;
    }

    private void Grow()
    {
        var (keys, targets) = (_keys, _targets);
        _keys = new ulong[2 * keys.Length];
        _targets = new int[2 * keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
                Insert(keys[i], targets[i]);
        }
    }

    private void Insert(ulong key, int target)
    {
        var mask = (ulong)_keys.Length - 1;
        var slot = Slot(key) & mask;
        while (_keys[slot] != 0)
            slot = (slot + 1) & mask;

        (_keys[slot], _targets[slot]) = (key, target);
    }

    private static ulong Key(int node, char c) => ((ulong)(uint)node << 16 | c) + 1;

    private static ulong Slot(ulong key) => (key * 0x9E3779B97F4A7C15UL) >> 20;
}
