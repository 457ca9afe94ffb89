using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Relay;

namespace KnowledgeGraph.Api;

/// <summary>The lists of all there is.</summary>
internal static class ListFields
{
    public static void Bind(SchemaBinder bind, Connections connections)
    {
        var query = bind.Query()
            .FieldAsync("documents", (_, context, token) => DocumentsAsync(connections, context, token))
            .FieldAsync("relations", (_, context, token) => RelationsAsync(connections, context, token));
        foreach (var type in Enum.GetValues<EntityType>())
            query.FieldAsync($"{type.ToString().ToLowerInvariant()}s", (_, context, token) => EntitiesAsync(connections, type, context, token));
    }

    private static Task<Connection<Entity>> EntitiesAsync(
        Connections connections, EntityType type, FieldContext context, CancellationToken cancellationToken)
    {
        var filter = (context.Argument<EntityFilter>("filter") ?? new EntityFilter()) with { Type = type, Order = context.Argument<EntityOrder>("order") };
        if (filter.Text is { } text && SearchText.Fold(text).Length is 0 or > SearchRequest.MaxLength)
            throw new GraphQLException($"'text' takes 1 to {SearchRequest.MaxLength} characters.", "ARGUMENT_OUT_OF_RANGE");

        return connections.ReadAsync(context, $"{filter}", page => context.Store().ListEntitiesAsync(filter, page, cancellationToken), cancellationToken);
    }

    private static Task<Connection<Relation>> RelationsAsync(Connections connections, FieldContext context, CancellationToken cancellationToken)
    {
        var filter = context.RelationFilter();
        return connections.ReadAsync(
            context, $"all {filter.Scope()}", page => context.Store().ListRelationsAsync(filter, page, cancellationToken), cancellationToken);
    }

    private static Task<Connection<Document>> DocumentsAsync(Connections connections, FieldContext context, CancellationToken cancellationToken) =>
        connections.ReadAsync(
            context,
            "documents",
            async page =>
            {
                var graphs = await context.Store().ListDocumentsAsync(page, cancellationToken);
                return new Page<Document>([.. graphs.Items.Select(item => new PageItem<Document>(item.Value.Document, item.Cursor))], graphs.HasNextPage);
            },
            cancellationToken);
}
