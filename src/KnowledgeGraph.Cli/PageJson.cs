using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Cli;

/// <summary>Writes what a page says in the file format of the annotation guidelines, with the span of each relation's sentence added.</summary>
/// <remarks>
/// A fact is there once, with the most confident of its sentences. What was cancelled or denied is no fact and is not there. Spans
/// are in UTF-16 units of the page's text, from <c>start</c> to just before <c>end</c>.
/// </remarks>
internal static class PageJson
{
    private const int CharactersOfAStart = 12;

    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public static byte[] Write(string document, PageExtraction page) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            document,
            page.Place,
            published = page.Published?.ToString(),
            articles = page.Articles.Select(article => new
            {
                article.Headline,
                starts = Start(page, article),
                eventsOn = article.Date?.Date.ToString(),
            }),
            entities = page.Entities.Select(entity => new
            {
                entity.Name,
                type = $"{entity.Type}",
                types = entity.Types.Select(type => $"{type}"),
                entity.Aliases,
                mentions = entity.Mentions.Select(mention => new { start = mention.Span.Start, end = mention.Span.End }),
            }),
            relations = page.Facts()
                .Select(relation => new
                {
                    type = Ontology.Of(relation.Type).Name,
                    head = page.Entities[relation.Head].Name,
                    tail = page.Entities[relation.Tail].Name,
                    relation.Qualifiers.Title,
                    relation.Qualifiers.Role,
                    amount = relation.Qualifiers.Amount?.Text,
                    date = relation.Qualifiers.Date?.Date.ToString(),
                    status = relation.Status == RelationStatus.Occurred ? null : $"{relation.Status}",
                    relation.Confidence,
                    relation.Rule,
                    start = relation.Evidence.Start,
                    end = relation.Evidence.End,
                    relation.Sentence,
                }),
        },
        _options);

    private static string Start(PageExtraction page, ExtractedArticle article)
    {
        var text = string.Concat(article.Spans.Select(span => span.Of(page.Text)));
        var body = article.Headline is { } headline && text.StartsWith(headline, StringComparison.Ordinal) ? text[headline.Length..] : text;
        body = body.TrimStart();
        return body.Length > CharactersOfAStart ? body[..CharactersOfAStart] : body;
    }
}
