using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Testing;

/// <summary>A store that is away for its first calls, then does what <paramref name="inner"/> does.</summary>
public sealed class UnreliableStore(IGraphStore inner, int failures, bool isTransient = true) : IGraphStore
{
    private int _calls;

    /// <summary>How many calls failed.</summary>
    public int Failures => Math.Min(_calls, failures);

    public Task OpenAsync(CancellationToken cancellationToken) => UseAsync(async () =>
    {
        await inner.OpenAsync(cancellationToken);
        return true;
    });

    public Task<int> WriteAsync(GraphBatch batch, CancellationToken cancellationToken) => UseAsync(() => inner.WriteAsync(batch, cancellationToken));

    public Task<bool> DeleteDocumentAsync(DocumentId id, CancellationToken cancellationToken) => UseAsync(() => inner.DeleteDocumentAsync(id, cancellationToken));

    public Task<IReadOnlyDictionary<EntityId, Entity>> FindEntitiesAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken) =>
        UseAsync(() => inner.FindEntitiesAsync(ids, cancellationToken));

    public Task<IReadOnlyDictionary<RelationId, Relation>> FindRelationsAsync(IReadOnlyCollection<RelationId> ids, CancellationToken cancellationToken) =>
        UseAsync(() => inner.FindRelationsAsync(ids, cancellationToken));

    public Task<IReadOnlyDictionary<ArticleId, Article>> FindArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) =>
        UseAsync(() => inner.FindArticlesAsync(ids, cancellationToken));

    public Task<IReadOnlyDictionary<DocumentId, Document>> FindDocumentsAsync(IReadOnlyCollection<DocumentId> ids, CancellationToken cancellationToken) =>
        UseAsync(() => inner.FindDocumentsAsync(ids, cancellationToken));

    public Task<IReadOnlyDictionary<EntityId, Page<Relation>>> ReadRelationsAsync(
        IReadOnlyCollection<EntityId> entities, RelationFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        UseAsync(() => inner.ReadRelationsAsync(entities, filter, page, cancellationToken));

    public Task<IReadOnlyDictionary<RelationId, IReadOnlyList<Evidence>>> ReadEvidenceAsync(
        IReadOnlyCollection<RelationId> relations, int limit, CancellationToken cancellationToken) =>
        UseAsync(() => inner.ReadEvidenceAsync(relations, limit, cancellationToken));

    public Task<IReadOnlyDictionary<EntityId, IReadOnlyList<Mention>>> ReadMentionsAsync(
        IReadOnlyCollection<EntityId> entities, int limit, CancellationToken cancellationToken) =>
        UseAsync(() => inner.ReadMentionsAsync(entities, limit, cancellationToken));

    public Task<IReadOnlyDictionary<DocumentId, IReadOnlyList<Article>>> ReadArticlesAsync(
        IReadOnlyCollection<DocumentId> documents, CancellationToken cancellationToken) =>
        UseAsync(() => inner.ReadArticlesAsync(documents, cancellationToken));

    public Task<Page<Entity>> ListEntitiesAsync(EntityFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        UseAsync(() => inner.ListEntitiesAsync(filter, page, cancellationToken));

    public Task<Page<Relation>> ListRelationsAsync(RelationFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        UseAsync(() => inner.ListRelationsAsync(filter, page, cancellationToken));

    public Task<GraphChanges> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        UseAsync(() => inner.ReadChangesAsync(after, limit, cancellationToken));

    public Task<Page<DocumentGraph>> ListDocumentsAsync(PageRequest page, CancellationToken cancellationToken) =>
        UseAsync(() => inner.ListDocumentsAsync(page, cancellationToken));

    public Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        UseAsync(() => inner.SearchAsync(request, cancellationToken));

    public Task<GraphStatistics> CountAsync(CancellationToken cancellationToken) => UseAsync(() => inner.CountAsync(cancellationToken));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Task<T> UseAsync<T>(Func<Task<T>> use) =>
        Interlocked.Increment(ref _calls) <= failures ? throw new GraphStoreException("The store is away.", isTransient) : use();
}
