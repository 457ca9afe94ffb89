using System.Globalization;

namespace KnowledgeGraph.Adjacency;

/// <summary>An id in 16 bytes: all of it but its first letter, which tells what it names. In the order of the ids.</summary>
internal static class PackedId
{
    private const int Length = 33;

    public static bool TryPack(string id, out UInt128 packed)
    {
        packed = default;
        return id.Length == Length && UInt128.TryParse(id.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out packed);
    }

    public static string Unpack(char kind, UInt128 packed) => $"{kind}{packed:x32}";
}
