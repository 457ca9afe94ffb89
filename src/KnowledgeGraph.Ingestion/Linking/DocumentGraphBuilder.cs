using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ingestion.Pages;

namespace KnowledgeGraph.Ingestion.Linking;

/// <summary>Links what extraction found on a page to the ids of the graph.</summary>
/// <remarks>
/// The same page gives the same graph. Two entities of the page with the same id become one; a relation whose ends the ontology does not
/// permit, or that would lead from an entity to itself, is left out.
/// </remarks>
public static class DocumentGraphBuilder
{
    public static DocumentGraph Build(Page source, PageText text, PageExtraction page, DateTimeOffset readAt)
    {
        var id = DocumentId.Of(source.Bytes.Span);
        var articles = page.Articles.Select((article, order) => BuildArticle(id, order, article, page)).ToList();
        var entities = BuildEntities(page);
        return new DocumentGraph
        {
            Document = new Document
            {
                Id = id,
                Sources = [source.Source],
                Format = text.Format == PageFormat.Html ? "text/html" : "text/plain",
                Text = page.Text,
                Place = page.Place,
                Published = page.Published,
                ReadAt = readAt,
            },
            Articles = articles,
            Entities = [.. entities.GroupBy(entity => entity.Id).Select(group => Entity.From([.. group]))],
            Mentions = [.. BuildMentions(page, articles, entities)],
            Evidence = [.. BuildEvidence(page, articles, entities)],
        };
    }

    private static Article BuildArticle(DocumentId document, int order, ExtractedArticle article, PageExtraction page) => new()
    {
        Id = ArticleId.Of(document, order),
        DocumentId = document,
        Order = order,
        Headline = article.Headline,
        Spans = article.Spans,
        Date = article.Date ?? (page.Published is { } published ? new FactDate(published, IsPrinted: false) : null),
        Place = article.Place ?? page.Place,
        Fingerprint = ArticleFingerprint.Of(string.Concat(article.Spans.Select(span => span.Of(page.Text)))),
    };

    private static List<Entity> BuildEntities(PageExtraction page)
    {
        var scopes = new EntityScopes(page);
        return
        [
            .. page.Entities.Select((entity, index) =>
            {
                var scope = scopes.Of(index);
                return new Entity
                {
                    Id = EntityId.Of(entity.Type, entity.Name, scope),
                    Type = entity.Type,
                    Name = CanonicalName.Of(entity.Name),
                    Scope = scope,
                    Aliases = [.. entity.Aliases.Select(CanonicalName.Of)],
                    Date = entity.Date,
                };
            }),
        ];
    }

    private static IEnumerable<Mention> BuildMentions(PageExtraction page, List<Article> articles, List<Entity> entities) =>
        page.Entities
            .SelectMany((entity, index) => entity.Mentions.Select(mention => new Mention
            {
                Id = MentionId.Of(articles[mention.Article].Id, mention.Span, entities[index].Id),
                ArticleId = articles[mention.Article].Id,
                EntityId = entities[index].Id,
                Span = mention.Span,
                Text = mention.Span.Of(page.Text),
                Rule = mention.Rule,
            }))
            .DistinctBy(mention => mention.Id);

    private static IEnumerable<Evidence> BuildEvidence(PageExtraction page, List<Article> articles, List<Entity> entities) =>
        page.Relations
            .Where(relation => entities[relation.Head].Id != entities[relation.Tail].Id
                && Ontology.Permits(relation.Type, entities[relation.Head].Type, entities[relation.Tail].Type))
            .Select(relation => BuildEvidence(relation, articles[relation.Article], entities[relation.Head].Id, entities[relation.Tail].Id))
            .GroupBy(evidence => evidence.Id)
            .Select(same => same.OrderByDescending(evidence => evidence.Confidence).ThenBy(evidence => evidence.Rule, StringComparer.Ordinal).First());

    private static Evidence BuildEvidence(ExtractedRelation relation, Article article, EntityId head, EntityId tail)
    {
        var id = RelationId.Of(relation.Type, head, tail, relation.Qualifiers);
        return new Evidence
        {
            Id = EvidenceId.Of(id, article.Id, relation.Evidence),
            RelationId = id,
            Type = relation.Type,
            HeadId = head,
            TailId = tail,
            ArticleId = article.Id,
            Sentence = relation.Sentence,
            Span = relation.Evidence,
            Rule = relation.Rule,
            Confidence = relation.Confidence,
            Status = relation.Status,
            Qualifiers = relation.Qualifiers,
            Reported = article.Date?.Date,
            Fingerprint = article.Fingerprint,
        };
    }
}
