using System.Collections.Concurrent;

namespace KnowledgeGraph.GraphQL;

/// <summary>Documents that clients sent before, by hash: automatic persisted queries. They spare bytes and protect nothing.</summary>
/// <remarks>Two generations: when the young one is full it becomes the old one, and what the old one held and nobody asked for is forgotten.</remarks>
internal sealed class PersistedQueries(int capacity)
{
    // A larger one is answered and not kept.
    private const int MaxBytes = 64 << 10;

    private ConcurrentDictionary<string, ReadOnlyMemory<byte>> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, ReadOnlyMemory<byte>> _old = new(StringComparer.Ordinal);

    public bool IsOn => capacity > 0;

    public bool TryFind(string hash, out ReadOnlyMemory<byte> document)
    {
        if (_young.TryGetValue(hash, out document))
            return true;
        if (!_old.TryGetValue(hash, out document))
            return false;

        Add(hash, document);
        return true;
    }

    public void Add(string hash, ReadOnlyMemory<byte> document)
    {
        if (document.Length > MaxBytes)
            return;

        if (_young.Count >= Math.Max(1, capacity / 2))
        {
            _old = _young;
            _young = new ConcurrentDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        }

        _young[hash] = document;
    }
}
