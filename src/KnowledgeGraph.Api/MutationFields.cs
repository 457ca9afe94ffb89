using System.Text;
using KnowledgeGraph.Graph;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.Ingestion;
using KnowledgeGraph.Ingestion.Pages;

namespace KnowledgeGraph.Api;

/// <summary>The fields that mutations begin at.</summary>
internal static class MutationFields
{
    private const int MaxSourceLength = 1_000;

    public static void Bind(SchemaBinder bind)
    {
        bind.Input("IngestInput", PageOf);
        bind.Mutation()
            .FieldAsync("ingest", (_, context, token) => IngestAsync(context, token))
            .FieldAsync("deleteDocument", (_, context, token) => DeleteAsync(context, token));
        bind.Object<PageOutcome>("IngestPayload")
            .Field("document", outcome => outcome.Graph!.Document)
            .Field("isChange", outcome => outcome.IsChange)
            .Field("entityCount", outcome => outcome.Graph!.Entities.Count)
            .Field("evidenceCount", outcome => outcome.Graph!.Evidence.Count);
        bind.Object<Deletion>("DeleteDocumentPayload").Field("deleted", deletion => deletion.Deleted);
    }

    private static Page PageOf(InputObject input) => new(input.Get<string>("source")!, Encoding.UTF8.GetBytes(input.Get<string>("text")!));

    private static async Task<PageOutcome> IngestAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var page = context.Argument<Page>("input")!;
        if (page.Source.Length is 0 or > MaxSourceLength)
            throw new GraphQLException($"'source' takes 1 to {MaxSourceLength} characters.", "ARGUMENT_OUT_OF_RANGE");

        var outcome = await StoreCalls.AskAsync(() => context.Service<IngestionPipeline>().IngestAsync(page, cancellationToken));
        return outcome.Graph is not null ? outcome : throw new GraphQLException(outcome.Problem!, "UNREADABLE_PAGE");
    }

    private static async Task<Deletion> DeleteAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var id = new DocumentId(context.Argument<string>("id")!);
        return new Deletion(await StoreCalls.AskAsync(() => context.Store().DeleteDocumentAsync(id, cancellationToken)));
    }

    private sealed record Deletion(bool Deleted);
}
