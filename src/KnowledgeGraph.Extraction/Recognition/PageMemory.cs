using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>The names that a first reading found on a page, to recognize them where their context says less.</summary>
internal sealed class PageMemory
{
    private const int Classes = 3;

    private readonly Dictionary<string, int[]> _counts = new(StringComparer.Ordinal);
    private WordTrie? _names;

    /// <summary>Adds the names in a sentence. All sentences are added before any is marked.</summary>
    public void Add(string sentence, IReadOnlyList<string> tags)
    {
        foreach (var (start, end, kind) in TagScheme.Spans(tags))
        {
            if (end - start < 2)
                continue;

            var name = sentence[start..end];
            if (!_counts.TryGetValue(name, out var byClass))
                _counts[name] = byClass = new int[Classes];

            byClass[kind switch { "PER" => 0, "ORG" => 1, _ => 2 }]++;
        }
    }

    /// <summary>For each character 0, or a mark for the class of the name it is in and its place there.</summary>
    public byte[] Marks(ReadOnlySpan<char> text)
    {
        _names ??= Names();
        var marks = new byte[text.Length];
        for (var i = 0; i < text.Length;)
        {
            var (length, kind) = _names.Longest(text.Slice(i, Math.Min(40, text.Length - i)));
            if (length == 0)
            {
                i++;
                continue;
            }

            for (var k = 0; k < length; k++)
                marks[i + k] = (byte)(1 + kind * 4 + (k == 0 ? 0 : k == length - 1 ? 2 : 1));

            i += length;
        }

        return marks;
    }

    private WordTrie Names()
    {
        var names = new WordTrie();
        foreach (var (name, byClass) in _counts)
            names.Add(name, Array.IndexOf(byClass, byClass.Max()));

        return names;
    }
}
