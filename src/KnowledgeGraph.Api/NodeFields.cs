using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>Whatever has an id.</summary>
internal static class NodeFields
{
    public static void Bind(SchemaBinder bind) => bind.Interface<object>("Node").ResolveType(TypeName);

    /// <summary>Finds whatever the ids name, in their order, in one call for each kind of thing.</summary>
    public static async Task<IReadOnlyList<object?>> FindAsync(IGraphStore store, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var entities = await store.FindEntitiesAsync([.. ids.Select(id => new EntityId(id))], cancellationToken);
        var relations = await store.FindRelationsAsync([.. ids.Select(id => new RelationId(id))], cancellationToken);
        var articles = await store.FindArticlesAsync([.. ids.Select(id => new ArticleId(id))], cancellationToken);
        var documents = await store.FindDocumentsAsync([.. ids.Select(id => new DocumentId(id))], cancellationToken);
        return
        [
            .. ids.Select(id =>
                (object?)entities.GetValueOrDefault(new EntityId(id))
                ?? (object?)relations.GetValueOrDefault(new RelationId(id))
                ?? (object?)articles.GetValueOrDefault(new ArticleId(id))
                ?? documents.GetValueOrDefault(new DocumentId(id))),
        ];
    }

    private static string TypeName(object node) => node is Entity entity ? EntityFields.TypeName(entity) : node.GetType().Name;
}
