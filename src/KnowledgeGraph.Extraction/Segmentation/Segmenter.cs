using KnowledgeGraph.Extraction.Lexicons;

namespace KnowledgeGraph.Extraction.Segmentation;

/// <summary>Cuts text into words: the likeliest sequence of dictionary words, each as likely as it is frequent.</summary>
internal sealed class Segmenter
{
    private const int LongestWord = 12;

    private readonly WordTrie _trie = new();
    private readonly float[] _costs;
    private readonly WordTag[] _tags;
    private readonly float _unknownCost;
    private readonly List<string> _titles = [];

    public Segmenter()
    {
        var costs = new List<float>();
        var tags = new List<WordTag>();
        var counts = new List<int>();
        var total = 0L;
        foreach (var row in Lexicon.Rows("words.tsv"))
        {
            var count = int.Parse(row[1]);
            _trie.Add(row[0], counts.Count);
            counts.Add(count);
            tags.Add(WordTags.Parse(row[2]));
            if (row[2] is "nnt" && row[0].Length >= 2)
                _titles.Add(row[0]);

            total += count;
        }

        foreach (var count in counts)
            costs.Add(-MathF.Log((count + 1f) / total));

        _costs = [.. costs];
        _tags = [.. tags];
        _unknownCost = -MathF.Log(0.3f / total);
    }

    /// <summary>The words of the dictionary that name posts.</summary>
    public IReadOnlyList<string> Titles => _titles;

    /// <summary>The words of <paramref name="text"/>; they cover it without gap or overlap.</summary>
    public List<Word> Segment(ReadOnlySpan<char> text)
    {
        var best = new float[text.Length + 1];
        var from = new int[text.Length + 1];
        var tag = new WordTag[text.Length + 1];
        best.AsSpan(1).Fill(float.PositiveInfinity);
        for (var start = 0; start < text.Length; start++)
        {
            if (float.IsPositiveInfinity(best[start]))
                continue;

            if (Run(text, start) is { Length: > 0 } run)
            {
                Offer(start, start + run.Length, 8f, run.Tag);
                continue;
            }

            Offer(start, start + 1, _unknownCost, WordTag.Unknown);
            var node = WordTrie.Root;
            for (var end = start; end < text.Length && end - start < LongestWord; end++)
            {
                node = _trie.Step(node, text[end]);
                if (node < 0)
                    break;

                if (_trie.ValueAt(node) is >= 0 and var id)
                    Offer(start, end + 1, _costs[id], _tags[id]);
            }
        }

        var words = new List<Word>();
        for (var end = text.Length; end > 0; end = from[end])
            words.Add(new Word(from[end], end, tag[end]));

        words.Reverse();
        return words;

        void Offer(int start, int end, float cost, WordTag wordTag)
        {
            if (best[start] + cost >= best[end])
                return;

            best[end] = best[start] + cost;
            from[end] = start;
            tag[end] = wordTag;
        }
    }

    // Numbers and Latin words are one word each, whatever the dictionary has of them; so are marks.
    private static (int Length, WordTag Tag) Run(ReadOnlySpan<char> text, int start)
    {
        var c = text[start];
        if (char.IsAsciiDigit(c))
        {
            var end = start + 1;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                end++;

            return (end - start, WordTag.Digits);
        }

        if (char.IsLetter(c) && c < '\u2E80')
        {
            var end = start + 1;
            while (end < text.Length && ((char.IsLetter(text[end]) && text[end] < '\u2E80') || text[end] is '-' or '\'' or '&'))
                end++;

            return (end - start, WordTag.Latin);
        }

        return char.IsPunctuation(c) || char.IsSymbol(c) || char.IsWhiteSpace(c) ? (1, WordTag.Punctuation) : default;
    }
}

/// <summary>A word from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
internal readonly record struct Word(int Start, int End, WordTag Tag)
{
    public int Length => End - Start;
}
