using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Keeps prepared documents by their text, the used ones longest.</summary>
/// <remarks>
/// Two generations: what is used goes into the young one; when it is full it becomes the old one, and what the old one still held is
/// forgotten. So a flood of documents that come once cannot fill the memory.
/// </remarks>
internal sealed class DocumentCache(int capacity)
{
    // A document larger than this costs more to keep than to parse again.
    private const int MaxBytes = 64 << 10;

    private ConcurrentDictionary<byte[], PreparedDocument> _young = New();
    private ConcurrentDictionary<byte[], PreparedDocument> _old = New();

    public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out PreparedDocument? document)
    {
        if (_young.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out document))
            return true;
        if (!_old.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out document))
            return false;

        Add(text, document);
        return true;
    }

    public void Add(ReadOnlySpan<byte> text, PreparedDocument document)
    {
        if (capacity == 0 || text.Length > MaxBytes)
            return;

        if (_young.Count >= Math.Max(1, capacity / 2))
        {
            _old = _young;
            _young = New();
        }

        _young.TryAdd(text.ToArray(), document);
    }

    private static ConcurrentDictionary<byte[], PreparedDocument> New() => new(Bytes.Comparer);

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
