using KnowledgeGraph.Graph;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>The fields of documents, articles and mentions.</summary>
internal static class DocumentFields
{
    public static void Bind(SchemaBinder bind)
    {
        bind.Object<Document>("Document")
            .Field("id", document => document.Id.Value)
            .Field("sources", document => document.Sources)
            .Field("format", document => document.Format)
            .Field("place", document => document.Place)
            .Field("published", document => document.Published)
            .Field("text", document => document.Text)
            .Batch("articles", (documents, context, token) => StoreCalls.AskAsync(
                documents,
                document => document.Id,
                ids => context.Store().ReadArticlesAsync(ids, token),
                articles => articles ?? []));
        bind.Object<Article>("Article")
            .Field("id", article => article.Id.Value)
            .Field("order", article => article.Order)
            .Field("headline", article => article.Headline)
            .Field("date", article => article.Date?.Date)
            .Field("place", article => article.Place)
            .Batch("document", (articles, context, token) => StoreCalls.AskAsync(
                articles,
                article => article.DocumentId,
                ids => context.Store().FindDocumentsAsync(ids, token),
                document => document!));
        bind.Object<Mention>("Mention")
            .Field("id", mention => mention.Id.Value)
            .Field("text", mention => mention.Text)
            .Field("start", mention => mention.Span.Start)
            .Field("end", mention => mention.Span.End)
            .Field("rule", mention => mention.Rule)
            .Batch("article", (mentions, context, token) => ArticlesAsync(mentions, mention => mention.ArticleId, context, token));
    }

    /// <summary>The article of each parent.</summary>
    public static Task<IReadOnlyList<Article>> ArticlesAsync<T>(
        IReadOnlyList<T> parents, Func<T, ArticleId> id, FieldContext context, CancellationToken cancellationToken) =>
        StoreCalls.AskAsync(parents, id, ids => context.Store().FindArticlesAsync(ids, cancellationToken), article => article!);
}
