using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>What the second tagger sees of a character: what the first said, what names end with further on, what stands beside them.</summary>
/// <remarks>
/// The first tagger learns names from large corpora; the second learns our conventions, and projects and events, from few pages. So most of
/// its features are classes and not characters.
/// </remarks>
internal sealed class ContextFeatures(ClassLexicon anchors, ClassLexicon cues, WordClusters clusters)
{
    public const int OwnWidth = 64;

    // Of the first tagger's features those that few pages are enough to learn: single characters, the word, classes of words, places, name characters.
    private static readonly int[] _shared = [0, 1, 2, 5, 6, 16, 19, 20, 21, 23, 24, 25, 26];

    public static readonly int Width = OwnWidth + _shared.Length;

    /// <param name="text">A sentence.</param>
    /// <param name="words">Its words.</param>
    /// <param name="characters">The features of the first tagger, which the second uses too.</param>
    /// <param name="first">What the first tagger says.</param>
    /// <param name="memory">For each character, the mark of a name that the page has elsewhere: 0 for none.</param>
    /// <param name="cohesion">For each character, how it holds to its neighbours on the page.</param>
    public uint[] Of(ReadOnlySpan<char> text, List<Word> words, uint[] characters, FirstReading first, byte[] memory, byte[] cohesion)
    {
        var marks = new SentenceMarks(text, words, first.Tags, memory, anchors, cues, clusters);
        var features = new uint[text.Length * Width];
        for (var i = 0; i < text.Length; i++)
        {
            var row = features.AsSpan(i * Width, Width);
            for (var k = 0; k < _shared.Length; k++)
                row[k] = characters[i * CharacterFeatures.Width + _shared[k]];

            Fill(row[_shared.Length..], i, marks, first.Margins, cohesion);
        }

        return features;
    }

    private static void Fill(Span<uint> row, int i, SentenceMarks m, byte[] margins, byte[] cohesion)
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
        row[n++] = Hash(90, m.Enclosed[i], m.Memory[i], a, f);

        var path = m.Path[i];
        row[n++] = Hash(93, path, inWord);
        row[n++] = Hash(94, path, f, nextClass);
        row[n++] = Hash(96, (uint)m.TagAround(i, -2), (uint)m.TagAround(i, -1), (uint)word.Tag * 4 + inWord, nextClass);

        uint Cohesion(int k) => k < 0 || k >= cohesion.Length ? 99u : cohesion[k];
        row[n++] = Hash(99, Cohesion(i), f);
        row[n++] = Hash(100, Cohesion(i), inWord, nextClass);
        row[n++] = Hash(101, Cohesion(i - 1), Cohesion(i), Cohesion(i + 1), f);
        row[n++] = Hash(102, margins[i], f);
        row[n++] = Hash(103, margins[i], f, nextClass);
        row[n++] = Hash(104, i > 0 ? margins[i - 1] : 99u, margins[i], i + 1 < margins.Length ? margins[i + 1] : 99u, f);
        row[n++] = Hash(105, (uint)m.TagAround(i, -1), (uint)word.Tag * 4 + inWord, (uint)m.TagAround(i, 1), (uint)m.TagAround(i, 2));

        var (before, own, after) = (m.ClusterAround(i, -1), m.ClusterAround(i, 0), m.ClusterAround(i, 1));
        row[n++] = Hash(110, own.Fine, inWord);
        row[n++] = Hash(111, own.Middle, inWord, f);
        row[n++] = Hash(112, before.Fine, inWord);
        row[n++] = Hash(113, after.Fine, inWord);
        row[n++] = Hash(114, before.Middle, own.Middle, inWord);
        row[n++] = Hash(115, own.Middle, after.Middle, inWord);
        row[n++] = Hash(116, before.Middle, inWord, nextClass);
        row[n++] = Hash(117, m.ClusterAround(i, -2).Coarse, before.Coarse, own.Coarse, inWord);
        row[n++] = Hash(118, own.Coarse, after.Coarse, m.ClusterAround(i, 2).Coarse, inWord);
        row[n++] = Hash(119, before.Middle, f, inWord);
        row[n++] = Hash(120, after.Middle, f, inWord);
        row[n++] = Hash(121, m.ClusterAround(i, -2).Middle, f, inWord);
        row[n++] = Hash(122, m.ClusterAround(i, 2).Middle, f, inWord);
        row[n] = Hash(123, before.Middle, nextClass, nextDistance, inWord);
    }

    private static uint Hash(uint template, uint a, uint b = 0, uint c = 0, uint d = 0) => CharacterFeatures.Hash(template, a, b, c, d);
}
