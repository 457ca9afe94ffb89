using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>What the second tagger sees of a character: what the first said, what names end with further on, what stands beside them.</summary>
/// <remarks>
/// The first tagger learns names from large corpora; the second learns our conventions, and projects and events, from few pages. So most of
/// its features are classes and not characters.
/// </remarks>
internal sealed class ContextFeatures(ClassLexicon anchors, ClassLexicon cues)
{
    public const int OwnWidth = 40;

    // Of the first tagger's features those that few pages are enough to learn: single characters, the word, classes of words, places, name characters.
    private static readonly int[] _shared = [0, 1, 2, 5, 6, 16, 19, 20, 21, 23, 24, 25, 26];

    public static readonly int Width = OwnWidth + _shared.Length;

    private const byte Far = 15;

    /// <param name="text">A sentence.</param>
    /// <param name="words">Its words.</param>
    /// <param name="characters">The features of the first tagger, which the second uses too.</param>
    /// <param name="first">The tags of the first tagger.</param>
    /// <param name="memory">For each character, the mark of a name that the page has elsewhere: 0 for none.</param>
    public uint[] Of(ReadOnlySpan<char> text, List<Word> words, uint[] characters, int[] first, byte[] memory)
    {
        var marks = new Marks(text, words, first, memory, anchors, cues);
        var features = new uint[text.Length * Width];
        for (var i = 0; i < text.Length; i++)
        {
            var row = features.AsSpan(i * Width, Width);
            for (var k = 0; k < _shared.Length; k++)
                row[k] = characters[i * CharacterFeatures.Width + _shared[k]];

            Fill(row[_shared.Length..], i, marks);
        }

        return features;
    }

    private static void Fill(Span<uint> row, int i, Marks m)
    {
        uint First(int k) => k < 0 || k >= m.First.Length ? 99u : (uint)m.First[k];
        uint Anchor(int k) => k < 0 || k >= m.First.Length ? 99u : m.Anchor[k];
        uint Memory(int k) => k < 0 || k >= m.First.Length ? 99u : m.Memory[k];

        var (f, a, c) = (First(i), Anchor(i), m.Letter(i));
        var (nextClass, nextDistance, nextAfterNext) = (m.NextAnchor[i], m.NextDistance[i], m.AfterNextAnchor[i]);
        var (word, inWord) = m.WordAt(i);
        var n = 0;
        row[n++] = Hash(51, f);
        row[n++] = Hash(52, First(i - 1), f);
        row[n++] = Hash(53, f, First(i + 1));
        row[n++] = Hash(54, First(i - 1), f, First(i + 1));
        row[n++] = Hash(55, First(i - 2), First(i - 1), f);
        row[n++] = Hash(56, f, First(i + 1), First(i + 2));
        row[n++] = Hash(57, f, c);
        row[n++] = Hash(58, f, m.Letter(i - 1));
        row[n++] = Hash(59, f, m.Letter(i + 1));
        row[n++] = Hash(60, f, m.NextFirstClass[i], m.NextFirstDistance[i]);
        row[n++] = Hash(61, f, m.PreviousFirstClass[i], m.PreviousFirstDistance[i]);

        row[n++] = Hash(62, a);
        row[n++] = Hash(63, Anchor(i - 1), a, Anchor(i + 1));
        row[n++] = Hash(64, a, f);
        row[n++] = Hash(65, a, First(i - 1), f);
        row[n++] = Hash(66, nextClass, nextDistance);
        row[n++] = Hash(67, nextClass, nextDistance, f);
        row[n++] = Hash(68, nextClass, nextAfterNext);
        row[n++] = Hash(69, nextClass, inWord, (uint)word.Tag);
        row[n++] = Hash(70, nextClass, nextDistance, (uint)m.TagAround(i, -1), inWord);
        row[n++] = Hash(71, nextClass, m.Boundary(i - 1), (uint)word.Tag);
        row[n++] = Hash(72, a, nextClass, nextDistance);
        row[n++] = Hash(73, m.PreviousAnchor[i], m.PreviousDistance[i], a);
        row[n++] = Hash(74, a, (uint)m.TagAround(i, 1), m.Boundary(i + 1));

        row[n++] = Hash(75, m.CueBefore[i], m.CueBeforeDistance[i], inWord);
        row[n++] = Hash(76, m.CueAfter[i], m.CueAfterDistance[i], a);
        row[n++] = Hash(77, m.CueBefore[i], nextClass, inWord);
        row[n++] = Hash(78, m.CueHere(i), inWord, f);
        row[n++] = Hash(79, m.CueBefore[i], f);
        row[n++] = Hash(80, m.CueAfter[i], f, a);

        row[n++] = Hash(81, m.Enclosed[i], f);
        row[n++] = Hash(82, m.Enclosed[i], nextClass, a);
        row[n++] = Hash(83, m.Boundary(i - 1), m.Boundary(i + 1), f);
        row[n++] = Hash(84, m.Boundary(i - 1), inWord, (uint)word.Tag, nextClass);

        row[n++] = Hash(85, Memory(i));
        row[n++] = Hash(86, Memory(i), f);
        row[n++] = Hash(87, Memory(i - 1), Memory(i), Memory(i + 1));
        row[n++] = Hash(88, m.Number(i), nextClass, inWord);
        row[n++] = Hash(89, m.InClause(i), f, nextClass);
        row[n] = Hash(90, m.Enclosed[i], m.Memory[i], a, f);
    }

    private static uint Hash(uint template, uint a, uint b = 0, uint c = 0, uint d = 0) => CharacterFeatures.Hash(template, a, b, c, d);

    /// <summary>What is known of each character of a sentence before its features are made.</summary>
    private sealed class Marks
    {
        private readonly string _text;
        private readonly List<Word> _words;
        private readonly int[] _wordOf;
        private readonly uint[] _cue;

        public Marks(ReadOnlySpan<char> text, List<Word> words, int[] first, byte[] memory, ClassLexicon anchors, ClassLexicon cues)
        {
            var length = text.Length;
            (_text, _words, First, Memory) = (text.ToString(), words, first, memory);
            _wordOf = new int[length];
            for (var w = 0; w < words.Count; w++)
                _wordOf.AsSpan(words[w].Start, words[w].Length).Fill(w);

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
}
