using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>A page as its articles, paragraphs and sentences over one clean text.</summary>
/// <param name="Clean">The text of all articles; paragraphs end with a line break.</param>
/// <param name="Articles">In reading order.</param>
/// <param name="Sentences">In reading order.</param>
/// <param name="Published">The date in the page's head.</param>
internal sealed record Page(CleanText Clean, IReadOnlyList<PageArticle> Articles, IReadOnlyList<Sentence> Sentences, PartialDate? Published)
{
    public string Text => Clean.Text;
}

/// <summary>One piece on the page: the stretch of the clean text from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
internal sealed record PageArticle(int Start, int End, string? Headline, IReadOnlyList<Paragraph> Paragraphs, PartialDate? Published);

/// <summary>A paragraph of an article.</summary>
/// <param name="Start">Where it begins in the clean text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsHeadline">Whether it is the headline or a line of it.</param>
/// <param name="Section">Counts the parts of an article that tell of different things: 又讯, items of a round-up.</param>
internal readonly record struct Paragraph(int Start, int End, bool IsHeadline, int Section);

/// <summary>A sentence: what ends with 。！？, or the rest of its paragraph.</summary>
internal readonly record struct Sentence(int Start, int End, int Article, int Paragraph, int Section, bool IsHeadline)
{
    public int Length => End - Start;
}
