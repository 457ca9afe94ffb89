using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition.Spans;

/// <summary>What speaks for and against a stretch of text as a name: how it begins and ends, what stands beside it, what is left of the found name, what recurs.</summary>
internal sealed class SpanFeatures(PlaceLexicon places, ClassLexicon anchors, ClassLexicon cues)
{
    private const uint FirstTemplate = 400;

    private readonly List<uint> _features = [];

    public uint[] Of(string text, SpanSentence sentence, SpanMemory memory, SpanCandidate span)
    {
        _features.Clear();
        var (found, start, end) = (span.Found, span.Start, span.End);
        var kind = Kind(span);
        var type = (uint)found.Type;
        var (first, last) = (sentence.WordAt(start), sentence.WordAt(end - 1));
        var anchor = Anchor(text.AsSpan(start, end - start));
        var foundAnchor = Anchor(text.AsSpan(found.Start, found.Length));
        var kt = kind * 8 + type;

        Add(1, kt);
        Add(2, kt, CharacterFeatures.HashOf(found.Rule));
        Add(3, kt, anchor);
        Add(4, kt, anchor, foundAnchor);
        Add(5, anchor);
        Add(6, Bucket(last - first), Bucket(end - start), kind);
        Add(7, kt, Bucket(last - first));
        Add(8, sentence.Hash(last));
        Add(9, sentence.Hash(first));
        Add(10, kind, sentence.Hash(first));
        Add(11, kind, sentence.Hash(last));
        Add(12, kind, text[end - 1], type);
        Add(13, kind, (uint)sentence.Tag(first), type);
        Add(14, kind, sentence.Cluster(first).Middle);
        Add(15, kind, sentence.Cluster(last).Middle);
        Add(16, sentence.Cluster(last).Fine);

        AddSides(sentence, start, end, kt, first, last, anchor, kind);
        AddRest(text, sentence, span, kt);
        AddMarks(text, sentence, span, kt);
        AddMemory(text, memory, span, kt, anchor);
        return [.. _features.Distinct()];
    }

    private void AddSides(SpanSentence sentence, int start, int end, uint kt, int first, int last, uint anchor, uint kind)
    {
        var (before, after) = (sentence.WordAt(start - 1), sentence.WordAt(end));
        Add(20, kt, sentence.Hash(before));
        Add(21, kt, sentence.Hash(after));
        Add(22, sentence.Hash(before), anchor);
        Add(23, sentence.Hash(after), anchor);
        Add(24, kt, (uint)sentence.Tag(before), (uint)sentence.Tag(first));
        Add(25, kt, (uint)sentence.Tag(after), (uint)sentence.Tag(last));
        Add(26, kt, sentence.Cluster(before).Middle, anchor);
        Add(27, kt, sentence.Cluster(after).Middle, anchor);
        Add(28, sentence.Cluster(before).Middle, sentence.Cluster(first).Middle);
        Add(29, sentence.Cluster(last).Middle, sentence.Cluster(after).Middle);
        Add(30, kt, sentence.Cluster(before - 1).Coarse, sentence.Cluster(before).Coarse);
        Add(31, kt, sentence.Cluster(after).Coarse, sentence.Cluster(after + 1).Coarse);
        Add(32, sentence.Hash(before), sentence.Hash(first));
        Add(33, sentence.Hash(last), sentence.Hash(after));
        Add(34, kind, (uint)sentence.Tag(before - 1), (uint)sentence.Tag(before), (uint)sentence.Tag(first));
        for (var w = before; w > before - 5 && w >= 0; w--)
        {
            if (sentence.Tag(w) is WordTag.Verb or WordTag.Preposition)
            {
                Add(35, kt, sentence.Hash(w));
                break;
            }
        }

        var kinds = 0u;
        for (var w = first; w < last; w++)
            kinds |= Family(sentence.Tag(w));

        Add(36, kinds, anchor);
        Add(37, kt, kinds);
    }

    // What of the found name the stretch leaves out, or what it adds to it.
    private void AddRest(string text, SpanSentence sentence, SpanCandidate span, uint kt)
    {
        var found = span.Found;
        if (span.Start > found.Start)
            AddPart(40, text, sentence, found.Start, span.Start, kt);
        else if (span.Start < found.Start)
            AddPart(50, text, sentence, span.Start, found.Start, kt);

        if (span.End < found.End)
            AddPart(60, text, sentence, span.End, found.End, kt);
        else if (span.End > found.End)
            AddPart(70, text, sentence, found.End, span.End, kt);
    }

    private void AddPart(uint template, string text, SpanSentence sentence, int start, int end, uint kt)
    {
        var part = text.AsSpan(start, end - start);
        var (first, last) = (sentence.WordAt(start), sentence.WordAt(end - 1));
        Add(template, kt, CharacterFeatures.HashOf(part));
        Add(template + 1, kt, Anchor(part), Bucket(part.Length));
        Add(template + 2, kt, sentence.Hash(first));
        Add(template + 3, kt, sentence.Hash(last));
        Add(template + 4, kt, places.Contains(part) ? 1u : 0, Bucket(last - first));
        Add(template + 5, kt, sentence.Cluster(first).Middle);
        Add(template + 6, kt, sentence.Cluster(last).Middle);
        Add(template + 7, kt, (uint)sentence.Tag(first), (uint)sentence.Tag(last));
        Add(template + 8, kt, cues.Find(part) is >= 0 and var cue ? 1 + (uint)cue : 0);
    }

    private void AddMarks(string text, SpanSentence sentence, SpanCandidate span, uint kt)
    {
        var (start, end) = (span.Start, span.End);
        var (left, right) = (start > 0 ? text[start - 1] : ' ', end < text.Length ? text[end] : ' ');
        Add(80, kt, left, right);
        Add(81, kt, left);
        Add(82, kt, right);
        Add(83, kt, sentence.IsCut(start) ? 1u : 0, sentence.IsCut(end) ? 1u : 0);
        var quotes = 0;
        foreach (var c in text.AsSpan(start, end - start))
            quotes += c is '“' or '（' ? 1 : c is '”' or '）' ? 16 : 0;

        Add(84, kt, (uint)quotes);
        Add(85, kt, PlaceLevel(text.Substring(start, end - start)), text[end - 1]);

        var (match, crosses) = (0u, 0u);
        foreach (var name in sentence.First)
        {
            if (name.Start == start && name.End == end)
                match = 1 + (uint)name.Type;
            else if (name.Start < end && name.End > start)
                crosses |= name.Start < start || name.End > end ? name.Start <= start && name.End >= end ? 1u : 2u : name.Start == start ? 4u : name.End == end ? 8u : 16u;
        }

        Add(86, kt, match, crosses);
        Add(87, kt, match);
        Add(88, match, crosses);
    }

    private void AddMemory(string text, SpanMemory memory, SpanCandidate span, uint kt, uint anchor)
    {
        var form = text.AsSpan(span.Start, span.Length);
        var (whole, types, begins, ends) = memory.Of(form);
        if (span.Start == span.Found.Start && span.End == span.Found.End)
            whole--;

        if (span.Start == span.Found.Start)
            begins--;

        if (span.End == span.Found.End)
            ends--;

        Add(90, kt, Bucket(whole));
        Add(91, kt, whole > 0 ? types : 0);
        Add(92, kt, Bucket(begins), Bucket(ends));
        Add(93, kt, whole > 0 ? 1u : 0, anchor);
        Add(94, Bucket(whole), Bucket(begins), Bucket(ends));
    }

    private uint PlaceLevel(string form) =>
        places.Countries.Contains(form) ? 9u : places.Find(form) is [var division, ..] ? (uint)division.Code.Length * 2 + (division.Name == form ? 1u : 0) : places.Contains(form) ? 1u : 0;

    private static uint Kind(SpanCandidate span)
    {
        var (left, right) = (span.Start.CompareTo(span.Found.Start), span.End.CompareTo(span.Found.End));
        return (uint)((Math.Sign(left) + 1) * 3 + Math.Sign(right) + 1);
    }

    private uint Anchor(ReadOnlySpan<char> name) => anchors.Suffix(name) is ( > 0 and var length, var kind) ? 2 * (1 + (uint)kind) + (length == name.Length ? 1u : 0) : 0;

    private static uint Family(WordTag tag) => tag is WordTag.OrganizationSuffix or WordTag.Organization ? 256 : WordFamilies.Of(tag);

    private void Add(uint template, uint a = 0, uint b = 0, uint c = 0, uint d = 0) => _features.Add(CharacterFeatures.Hash(FirstTemplate + template, a, b, c, d));

    private static uint Bucket(int count) => count switch { < 5 => (uint)Math.Max(0, count), < 7 => 5, < 10 => 6, < 15 => 7, _ => 8 };
}
