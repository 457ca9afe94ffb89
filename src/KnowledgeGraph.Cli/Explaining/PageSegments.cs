using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Cli.Explaining;

/// <summary>A stretch of a page's text that is all alike: a name, other text of an article, or text that was left out.</summary>
/// <param name="Text">The text.</param>
/// <param name="Entity">The place in <see cref="PageExtraction.Entities"/> of what it names.</param>
/// <param name="Mention">The mention that it is.</param>
/// <param name="IsRead">Whether it belongs to an article; navigation, bylines and what is printed twice do not.</param>
internal readonly record struct PageSegment(string Text, int? Entity, ExtractedMention? Mention, bool IsRead);

/// <summary>Cuts the text of a page into segments that cover it without gap or overlap.</summary>
internal static class PageSegments
{
    public static IEnumerable<PageSegment> Of(PageExtraction page)
    {
        var read = page.Articles.SelectMany(article => article.Spans).OrderBy(span => span.Start).ToList();
        var position = 0;
        foreach (var (mention, entity) in Outermost(page))
        {
            foreach (var segment in Plain(page.Text, position, mention.Span.Start, read))
                yield return segment;

            yield return new PageSegment(mention.Span.Of(page.Text), entity, mention, IsRead: true);
            position = mention.Span.End;
        }

        foreach (var segment in Plain(page.Text, position, page.Text.Length, read))
            yield return segment;
    }

    // Of names inside of each other the longest; what a title implies is not printed as a name.
    private static IEnumerable<(ExtractedMention Mention, int Entity)> Outermost(PageExtraction page)
    {
        var position = 0;
        var mentions = page.Entities.SelectMany((entity, i) => entity.Mentions.Select(mention => (Mention: mention, Entity: i)));
        foreach (var (mention, entity) in mentions.OrderBy(pair => pair.Mention.Span.Start).ThenByDescending(pair => pair.Mention.Span.Length))
        {
            if (mention.Span.Start < position)
                continue;

            yield return (mention, entity);
            position = mention.Span.End;
        }
    }

    private static IEnumerable<PageSegment> Plain(string text, int start, int end, List<TextSpan> read)
    {
        var position = start;
        foreach (var span in read.Where(span => span.End > start && span.Start < end))
        {
            if (span.Start > position)
                yield return new PageSegment(text[position..span.Start], Entity: null, Mention: null, IsRead: false);

            var (from, to) = (Math.Max(position, span.Start), Math.Min(end, span.End));
            if (to > from)
                yield return new PageSegment(text[from..to], Entity: null, Mention: null, IsRead: true);

            position = Math.Max(position, to);
        }

        if (end > position)
            yield return new PageSegment(text[position..end], Entity: null, Mention: null, IsRead: false);
    }
}
