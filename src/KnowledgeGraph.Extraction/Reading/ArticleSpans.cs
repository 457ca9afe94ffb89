using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Says where the text of an article lies in the page.</summary>
internal static class ArticleSpans
{
    /// <summary>The stretches of the page that the clean text from <paramref name="start"/> to <paramref name="end"/> comes from, in reading order.</summary>
    public static List<TextSpan> Of(CleanText clean, int start, int end)
    {
        var spans = new List<TextSpan>();
        for (var i = start; i < end; i++)
        {
            var (from, to) = (clean.OriginStart(i), clean.OriginEnd(i));
            if (spans.Count > 0 && from >= spans[^1].Start && from - spans[^1].End is >= 0 and <= 2)
                spans[^1] = TextSpan.FromBounds(spans[^1].Start, to);
            else if (from < to)
                spans.Add(TextSpan.FromBounds(from, to));
        }

        return spans;
    }
}
