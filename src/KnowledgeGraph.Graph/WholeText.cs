using System.Buffers;
using System.Text;

namespace KnowledgeGraph.Graph;

/// <summary>Text that every store gives back as it was.</summary>
/// <remarks>At U+0000 some end a text; half a character, one surrogate without the other, cannot be written in any encoding.</remarks>
internal static class WholeText
{
    public static bool Is(string? text)
    {
        if (text is null)
            return true;

        if (text.Contains('\0'))
            return false;

        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\ud800', '\udfff') is var at and >= 0)
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) != OperationStatus.Done)
                return false;

            rest = rest[(at + length)..];
        }

        return true;
    }
}
