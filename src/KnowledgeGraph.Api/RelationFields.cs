using KnowledgeGraph.Graph;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>The fields of relations and of their evidence.</summary>
internal static class RelationFields
{
    public static void Bind(SchemaBinder bind)
    {
        bind.Object<Relation>("Relation")
            .Field("id", relation => relation.Id.Value)
            .Field("type", relation => relation.Type)
            .Batch("head", (relations, context, token) => EndsAsync(relations, relation => relation.HeadId, context, token))
            .Batch("tail", (relations, context, token) => EndsAsync(relations, relation => relation.TailId, context, token))
            .Field("title", relation => relation.Qualifiers.Title)
            .Field("tenure", relation => relation.Qualifiers.Title is { } title ? Titles.TenureOf(title) : (Tenure?)null)
            .Field("role", relation => relation.Qualifiers.Role)
            .Field("amount", relation => relation.Qualifiers.Amount)
            .Field("date", relation => relation.Qualifiers.Date?.Date)
            .Field("isDatePrinted", relation => relation.Qualifiers.Date?.IsPrinted ?? false)
            .Field("status", relation => relation.Status)
            .Field("confidence", relation => relation.Confidence)
            .Field("sentence", relation => relation.Sentence)
            .Field("evidenceCount", relation => relation.EvidenceCount)
            .Field("sourceCount", relation => relation.SourceCount)
            .Field("firstReported", relation => relation.FirstReported)
            .Field("lastReported", relation => relation.LastReported)
            .Batch("evidence", EvidenceAsync);
        bind.Object<Amount>("Amount")
            .Field("number", amount => amount.Number.ToString())
            .Field("currency", amount => amount.Currency)
            .Field("text", amount => amount.Text);
        bind.Object<Evidence>("Evidence")
            .Field("id", evidence => evidence.Id.Value)
            .Field("sentence", evidence => evidence.Sentence)
            .Field("start", evidence => evidence.Span.Start)
            .Field("end", evidence => evidence.Span.End)
            .Field("rule", evidence => evidence.Rule)
            .Field("confidence", evidence => evidence.Confidence)
            .Field("status", evidence => evidence.Status)
            .Field("reported", evidence => evidence.Reported)
            .Batch("article", (evidence, context, token) => DocumentFields.ArticlesAsync(evidence, item => item.ArticleId, context, token));
    }

    private static Task<IReadOnlyList<Entity>> EndsAsync(
        IReadOnlyList<Relation> relations, Func<Relation, EntityId> end, FieldContext context, CancellationToken cancellationToken) =>
        StoreCalls.AskAsync(relations, end, ids => context.Store().FindEntitiesAsync(ids, cancellationToken), entity => entity!);

    private static Task<IReadOnlyList<IReadOnlyList<Evidence>>> EvidenceAsync(
        IReadOnlyList<Relation> relations, FieldContext context, CancellationToken cancellationToken) =>
        StoreCalls.AskAsync(
            relations,
            relation => relation.Id,
            ids => context.Store().ReadEvidenceAsync(ids, context.First(), cancellationToken),
            evidence => evidence ?? []);
}
