using KnowledgeGraph.GraphQL.Execution;

namespace KnowledgeGraph.GraphQL;

/// <summary>Documents that clients sent before, by hash: automatic persisted queries. They spare bytes and protect nothing.</summary>
internal sealed class PersistedQueries(int capacity)
{
    // A larger one is answered and not kept.
    private const int MaxBytes = 64 << 10;

    private readonly RecentlyUsed<string, ReadOnlyMemory<byte>> _documents = new(capacity, StringComparer.Ordinal);

    public bool IsOn => capacity > 0;

    public bool TryFind(string hash, out ReadOnlyMemory<byte> document) => _documents.TryGet(hash.AsSpan(), out document);

    public void Add(string hash, ReadOnlyMemory<byte> document)
    {
        if (document.Length <= MaxBytes)
            _documents.Add(hash, document);
    }
}
