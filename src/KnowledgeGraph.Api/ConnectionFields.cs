using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>The fields of connections (https://relay.dev/graphql/connections.htm).</summary>
internal static class ConnectionFields
{
    public static void Bind(SchemaBinder bind)
    {
        Bind<Relation>(bind, "Relation");
        Bind<Entity>(bind, "Entity");
        Bind<Document>(bind, "Document");
        bind.Object<PageInfo>("PageInfo")
            .Field("hasNextPage", info => info.HasNextPage)
            .Field("endCursor", info => info.EndCursor);
    }

    private static void Bind<T>(SchemaBinder bind, string node)
    {
        bind.Object<Page<T>>($"{node}Connection")
            .Field("edges", page => page.Items)
            .Field("nodes", page => (IReadOnlyList<T>)[.. page.Values])
            .Field("pageInfo", page => new PageInfo(page.HasNextPage, page.Items.Count > 0 ? page.Items[^1].Cursor : null));
        bind.Object<PageItem<T>>($"{node}Edge")
            .Field("cursor", edge => edge.Cursor)
            .Field("node", edge => edge.Value);
    }

    private sealed record PageInfo(bool HasNextPage, string? EndCursor);
}
