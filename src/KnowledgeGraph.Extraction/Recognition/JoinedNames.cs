using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Cuts events and projects that were read as one: 某论坛、某大赛 are two.</summary>
internal sealed class JoinedNames(ClassLexicon anchors)
{
    private const int Shortest = 4;

    public IEnumerable<Name> Split(string text, Name name)
    {
        var (start, depth) = (name.Start, 0);
        for (var i = name.Start; i < name.End; i++)
        {
            depth += text[i] is '“' or '《' or '（' ? 1 : text[i] is '”' or '》' or '）' ? -1 : 0;
            if (text[i] != '、' || depth != 0 || name.Type is not (EntityType.Event or EntityType.Project))
                continue;

            if (i - start >= Shortest && name.End - i > Shortest && IsWhole(text.AsSpan(start, i - start)))
            {
                yield return name with { Start = start, End = i };
                start = i + 1;
            }
        }

        yield return name with { Start = start };
    }

    private bool IsWhole(ReadOnlySpan<char> name) =>
        anchors.Suffix(name) is ( > 0, >= 0 and var kind) suffix && suffix.Length < name.Length && anchors.Classes[kind] is "congress" or "ceremony" or "contest" or "project";
}
