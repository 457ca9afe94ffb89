using KnowledgeGraph.Extraction.Reading;

namespace KnowledgeGraph.Extraction.Recognition.Spans;

/// <summary>How often a form stands on a page as a found name, and how often found names begin and end with it.</summary>
internal sealed class SpanMemory
{
    private readonly Dictionary<uint, (int Count, uint Types)> _whole = [];
    private readonly Dictionary<uint, int> _begins = [];
    private readonly Dictionary<uint, int> _ends = [];

    public SpanMemory(Page page, IEnumerable<Name> names)
    {
        foreach (var name in names)
        {
            var form = page.Text.AsSpan(name.Start, name.Length);
            var (count, types) = _whole.GetValueOrDefault(CharacterFeatures.HashOf(form));
            _whole[CharacterFeatures.HashOf(form)] = (count + 1, types | 1u << (int)name.Type);
            for (var length = 2; length <= form.Length; length++)
            {
                Count(_begins, form[..length]);
                Count(_ends, form[^length..]);
            }
        }
    }

    public (int Whole, uint Types, int Begins, int Ends) Of(ReadOnlySpan<char> form)
    {
        var hash = CharacterFeatures.HashOf(form);
        var (count, types) = _whole.GetValueOrDefault(hash);
        return (count, types, _begins.GetValueOrDefault(hash), _ends.GetValueOrDefault(hash));
    }

    private static void Count(Dictionary<uint, int> counts, ReadOnlySpan<char> form)
    {
        var hash = CharacterFeatures.HashOf(form);
        counts[hash] = counts.GetValueOrDefault(hash) + 1;
    }
}
