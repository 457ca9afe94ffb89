using KnowledgeGraph.Extraction.Lexicons;

namespace KnowledgeGraph.Extraction.Recognition.Spans;

/// <summary>A stretch of a sentence that could be the name meant by <paramref name="Found"/>, or a name inside of it.</summary>
internal readonly record struct SpanCandidate(Name Found, int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Lists what a found name could be instead: longer or shorter by words to the left, cut behind a word that ends names, a part of it.</summary>
internal sealed class SpanCandidates(PlaceLexicon places, ClassLexicon anchors)
{
    private const int Shortest = 2;
    private const int Longest = 48;
    private const int Most = 32;
    private const int WordsLeft = 4;
    private const int WordsRight = 2;

    /// <param name="text">The page.</param>
    /// <param name="sentence">The sentence that the name is in.</param>
    /// <param name="name">A found name.</param>
    /// <param name="before">Where the name before it ends.</param>
    /// <param name="after">Where the next name begins.</param>
    public List<SpanCandidate> Of(string text, SpanSentence sentence, Name name, int before, int after)
    {
        var spans = new List<SpanCandidate>();
        var known = new HashSet<(int, int)>();
        Add(name.Start, name.End);

        var cuts = sentence.Cuts(name.Start, name.End);
        foreach (var cut in cuts)
            Add(cut, name.End);

        var place = places.LongestPrefix(text.AsSpan(name.Start, name.Length)) is >= Shortest and var length ? name.Start + length : -1;
        var second = place > 0 && places.LongestPrefix(text.AsSpan(place, name.End - place)) is >= Shortest and var further ? place + further : -1;
        foreach (var cut in cuts)
            Add(name.Start, cut);

        if (second > 0)
            Add(place, second);

        foreach (var (start, end) in sentence.FirstNames(name.Start, name.End))
            Add(start, end);

        foreach (var start in (int[])[place, second])
        {
            foreach (var cut in cuts.Where(cut => start > 0 && cut > start && anchors.Suffix(text.AsSpan(start, cut - start)).Length > 0))
                Add(start, cut);
        }

        if (name.Type != Graph.EntityType.Person)
        {
            // Places stand one behind the other; other names begin with places and organizations.
            var isPlace = name.Type == Graph.EntityType.Place;
            foreach (var cut in sentence.CutsLeft(text, name.Start, WordsLeft).Where(cut => !isPlace || cut >= before))
                Add(cut, name.End);

            foreach (var cut in sentence.CutsRight(text, name.End, WordsRight).Where(cut => !isPlace || cut <= after))
                Add(name.Start, cut);
        }

        return spans;

        void Add(int start, int end)
        {
            if (end - start is >= Shortest and <= Longest && spans.Count < Most && known.Add((start, end)) && (spans.Count == 0 || IsBalanced(text.AsSpan(start, end - start))) || spans.Count == 0)
                spans.Add(new SpanCandidate(name, start, end));
        }
    }

    // 龙虾丰收节”: half of a pair of marks.
    private static bool IsBalanced(ReadOnlySpan<char> text)
    {
        var (quotes, brackets, titles) = (0, 0, 0);
        foreach (var c in text)
        {
            quotes += c is '“' ? 1 : c is '”' ? -1 : 0;
            brackets += c is '（' ? 1 : c is '）' ? -1 : 0;
            titles += c is '《' ? 1 : c is '》' ? -1 : 0;
            if (quotes < 0 || brackets < 0 || titles < 0)
                return false;
        }

        return quotes == 0 && brackets == 0 && titles == 0;
    }
}
