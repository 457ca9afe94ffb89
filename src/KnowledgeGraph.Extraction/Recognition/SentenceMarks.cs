using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>What is known of each character of a sentence before its features are made.</summary>
internal sealed class SentenceMarks
{
    private const byte Far = 15;

    private readonly string _text;
    private readonly List<Word> _words;
    private readonly int[] _wordOf;
    private readonly uint[] _cue;
    private readonly WordCluster[] _clusters;

    public SentenceMarks(ReadOnlySpan<char> text, List<Word> words, int[] first, byte[] memory, ClassLexicon anchors, ClassLexicon cues, WordClusters clusters)
    {
        var length = text.Length;
        (_text, _words, First, Memory) = (text.ToString(), words, first, memory);
        _clusters = new WordCluster[words.Count];
        _wordOf = new int[length];
        for (var w = 0; w < words.Count; w++)
        {
            _wordOf.AsSpan(words[w].Start, words[w].Length).Fill(w);
            _clusters[w] = clusters.Of(text[words[w].Start..words[w].End]);
        }

        Anchor = new uint[length];
        _cue = new uint[length];
        var anchorEnds = new uint[length];
        foreach (var (start, end, kind) in anchors.Matches(text))
        {
            for (var i = start; i < end; i++)
                Anchor[i] = (uint)(kind + 1) * 4 + (i == end - 1 ? 3u : i == start ? 1u : 2u);

            anchorEnds[end - 1] = (uint)kind + 1;
        }

        var cueAt = new uint[length];
        foreach (var (start, end, kind) in cues.Matches(text))
        {
            _cue.AsSpan(start, end - start).Fill((uint)kind + 1);
            cueAt[start] = (uint)kind + 1;
        }

        var firstClass = new uint[length];
        for (var i = 0; i < length; i++)
            firstClass[i] = (uint)(first[i] + 3) / 4;

        (NextAnchor, NextDistance) = LookAhead(anchorEnds);
        AfterNextAnchor = Second(anchorEnds);
        (PreviousAnchor, PreviousDistance) = LookBehind(anchorEnds);
        (CueBefore, CueBeforeDistance) = LookBehind(cueAt);
        (CueAfter, CueAfterDistance) = LookAhead(cueAt);
        (NextFirstClass, NextFirstDistance) = LookAhead(firstClass);
        (PreviousFirstClass, PreviousFirstDistance) = LookBehind(firstClass);
        Enclosed = Enclosures();
        Path = Paths(anchorEnds);
    }

    public int[] First { get; }

    public byte[] Memory { get; }

    public uint[] Anchor { get; }

    public uint[] NextAnchor { get; }

    public uint[] NextDistance { get; }

    public uint[] AfterNextAnchor { get; }

    public uint[] PreviousAnchor { get; }

    public uint[] PreviousDistance { get; }

    public uint[] CueBefore { get; }

    public uint[] CueBeforeDistance { get; }

    public uint[] CueAfter { get; }

    public uint[] CueAfterDistance { get; }

    public uint[] NextFirstClass { get; }

    public uint[] NextFirstDistance { get; }

    public uint[] PreviousFirstClass { get; }

    public uint[] PreviousFirstDistance { get; }

    public uint[] Enclosed { get; }

    /// <summary>What words stand from a character to the next word that ends a name: a bit for each kind, and how many.</summary>
    public uint[] Path { get; }

    public uint Letter(int i) => i < 0 || i >= _text.Length ? 1u : char.IsAsciiDigit(_text[i]) ? '0' : _text[i];

    public (Word Word, uint InWord) WordAt(int i)
    {
        var word = _words[_wordOf[i]];
        return (word, word.Length == 1 ? 0u : i == word.Start ? 1u : i == word.End - 1 ? 2u : 3u);
    }

    public WordTag TagAround(int i, int offset)
    {
        var w = _wordOf[i] + offset;
        return w < 0 || w >= _words.Count ? WordTag.Punctuation : _words[w].Tag;
    }

    public WordCluster ClusterAround(int i, int offset)
    {
        var w = _wordOf[i] + offset;
        return w < 0 || w >= _clusters.Length ? default : _clusters[w];
    }

    public uint Boundary(int i) => i < 0 || i >= _text.Length ? 1u : _text[i] switch
    {
        '，' or '。' or '；' or '：' or '！' or '？' or '\n' => 2,
        '、' => 3,
        '“' or '‘' => 4,
        '”' or '’' => 5,
        '（' => 6,
        '）' => 7,
        '《' or '》' => 8,
        ' ' => 9,
        '的' => 10,
        '与' or '和' or '同' or '及' or '跟' or '暨' => 11,
        '在' or '到' or '赴' or '于' => 12,
        '由' or '对' or '向' or '为' or '将' or '从' => 13,
        '第' or '届' or '次' => 14,
        >= '0' and <= '9' => 15,
        _ => 0,
    };

    public uint CueHere(int i) => _cue[i];

    public uint Number(int i)
    {
        var (word, _) = WordAt(i);
        return word.Tag == WordTag.Digits ? (uint)Math.Min(6, word.Length) : word.Tag == WordTag.Number ? 7u : word.Tag == WordTag.Time ? 8u : 0u;
    }

    public uint InClause(int i)
    {
        var start = i;
        while (start > 0 && i - start < 6 && Boundary(start - 1) is not (1 or 2))
            start--;

        return (uint)Math.Min(6, i - start);
    }

    private bool Breaks(int i) => _text[i] is '，' or '。' or '；' or '：' or '！' or '？' or '、';

    private (uint[] Class, uint[] Distance) LookAhead(uint[] at)
    {
        var (classes, distances) = (new uint[at.Length], new uint[at.Length]);
        var next = -1;
        for (var i = at.Length - 1; i >= 0; i--)
        {
            if (next >= 0)
                (classes[i], distances[i]) = (at[next], Bucket(next - i));
            else
                distances[i] = Far;

            if (Breaks(i))
                next = -1;
            else if (at[i] != 0)
                next = i;
        }

        return (classes, distances);
    }

    private uint[] Paths(uint[] anchorEnds)
    {
        var paths = new uint[_text.Length];
        var (kinds, count, open) = (0u, 0u, false);
        for (var w = _words.Count - 1; w >= 0; w--)
        {
            var word = _words[w];
            if (anchorEnds[word.End - 1] != 0)
                (kinds, count, open) = (0, 0, true);
            else if (Breaks(word.Start))
                (kinds, count, open) = (0, 0, false);

            if (open)
            {
                kinds |= Kind(word);
                count++;
            }

            Array.Fill(paths, open ? kinds | (Math.Min(count, 6) << 8) : 0, word.Start, word.Length);
        }

        return paths;
    }

    private uint Kind(Word word) => WordFamilies.Of(word.Tag) is > 0 and var family ? family : _text[word.Start] is '的' ? 4u : 0u;

    private uint[] Second(uint[] at)
    {
        var second = new uint[at.Length];
        var (next, afterNext) = (0u, 0u);
        for (var i = at.Length - 1; i >= 0; i--)
        {
            second[i] = afterNext;
            if (Breaks(i))
                (next, afterNext) = (0, 0);
            else if (at[i] != 0)
                (next, afterNext) = (at[i], next);
        }

        return second;
    }

    private (uint[] Class, uint[] Distance) LookBehind(uint[] at)
    {
        var (classes, distances) = (new uint[at.Length], new uint[at.Length]);
        var previous = -1;
        for (var i = 0; i < at.Length; i++)
        {
            if (previous >= 0)
                (classes[i], distances[i]) = (at[previous], Bucket(i - previous));
            else
                distances[i] = Far;

            if (_text[i] is '。' or '；' or '，')
                previous = -1;
            else if (at[i] != 0)
                previous = i;
        }

        return (classes, distances);
    }

    private static uint Bucket(int distance) => distance switch { <= 4 => (uint)distance, <= 6 => 5, <= 9 => 6, <= 14 => 7, <= 20 => 8, _ => 9 };

    private uint[] Enclosures()
    {
        var enclosed = new uint[_text.Length];
        var (quotes, titles, brackets) = (0, 0, 0);
        for (var i = 0; i < _text.Length; i++)
        {
            quotes += _text[i] == '“' ? 1 : 0;
            titles += _text[i] == '《' ? 1 : 0;
            brackets += _text[i] == '（' ? 1 : 0;
            enclosed[i] = (quotes > 0 ? 1u : 0) + (titles > 0 ? 2u : 0) + (brackets > 0 ? 4u : 0);
            quotes -= _text[i] == '”' && quotes > 0 ? 1 : 0;
            titles -= _text[i] == '》' && titles > 0 ? 1 : 0;
            brackets -= _text[i] == '）' && brackets > 0 ? 1 : 0;
        }

        return enclosed;
    }
}
