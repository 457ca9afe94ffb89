using System.Diagnostics.CodeAnalysis;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Keeps prepared documents by their text, the used ones longest.</summary>
internal sealed class DocumentCache(int capacity)
{
    // A document larger than this costs more to keep than to parse again.
    private const int MaxBytes = 64 << 10;

    private readonly RecentlyUsed<byte[], PreparedDocument> _documents = new(capacity, Bytes.Comparer);

    public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out PreparedDocument? document) => _documents.TryGet(text, out document);

    public void Add(ReadOnlySpan<byte> text, PreparedDocument document)
    {
        if (capacity > 0 && text.Length <= MaxBytes)
            _documents.Add(text.ToArray(), document);
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static Bytes Comparer { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        // Seeded by the runtime at random, so that nobody can choose documents that collide.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
