using System.Text;

namespace KnowledgeGraph.Fuzz;

internal static class Texts
{
    public static IReadOnlyList<byte[]> Bytes(params IReadOnlyList<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
