namespace KnowledgeGraph.Graph.Storage;

/// <summary>Keeps the graph.</summary>
/// <remarks>
/// Every store passes the tests of <c>GraphStoreContract</c>; what they check is what callers may rely on. Reads take many ids and
/// answer for all of them in one round trip; an id that names nothing is not in the answer. All calls may run at once.
/// Every call may throw <see cref="GraphStoreException"/>: the store could not be reached, or answered with an error.
/// </remarks>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>Makes the store ready: connects, creates or upgrades its schema. Safe when several processes do it at once.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Makes the store say of each document exactly what the batch says: whole or not at all.</summary>
    /// <remarks>
    /// The same again changes nothing. A document whose source another document had takes its place (a corrected page);
    /// facts and entities that no document states any more go.
    /// </remarks>
    /// <returns>How many documents were not yet in the store exactly so.</returns>
    Task<int> WriteAsync(GraphBatch batch, CancellationToken cancellationToken);

    /// <summary>Takes away a document and all that only it states.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteDocumentAsync(DocumentId id, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<EntityId, Entity>> FindEntitiesAsync(IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<RelationId, Relation>> FindRelationsAsync(IReadOnlyCollection<RelationId> ids, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<ArticleId, Article>> FindArticlesAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<DocumentId, Document>> FindDocumentsAsync(IReadOnlyCollection<DocumentId> ids, CancellationToken cancellationToken);

    /// <summary>The relations of each entity, newest first: by the fact's date, else its last report; undated last; then by id.</summary>
    Task<IReadOnlyDictionary<EntityId, Page<Relation>>> ReadRelationsAsync(
        IReadOnlyCollection<EntityId> entities, RelationFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The evidence of each relation, the most confident first, then by id.</summary>
    Task<IReadOnlyDictionary<RelationId, IReadOnlyList<Evidence>>> ReadEvidenceAsync(
        IReadOnlyCollection<RelationId> relations, int limit, CancellationToken cancellationToken);

    /// <summary>The mentions of each entity, by article and place there.</summary>
    Task<IReadOnlyDictionary<EntityId, IReadOnlyList<Mention>>> ReadMentionsAsync(
        IReadOnlyCollection<EntityId> entities, int limit, CancellationToken cancellationToken);

    /// <summary>The articles of each document, in order.</summary>
    Task<IReadOnlyDictionary<DocumentId, IReadOnlyList<Article>>> ReadArticlesAsync(
        IReadOnlyCollection<DocumentId> documents, CancellationToken cancellationToken);

    /// <summary>All entities that the filter lets through, in the order asked for.</summary>
    Task<Page<Entity>> ListEntitiesAsync(EntityFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>All relations that the filter lets through, newest first as in <see cref="ReadRelationsAsync"/>. The filter's direction is not used.</summary>
    Task<Page<Relation>> ListRelationsAsync(RelationFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>All documents, by id, each with all that it says. Written to another store they make the same graph.</summary>
    Task<Page<DocumentGraph>> ListDocumentsAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Entities by name or alias, articles by headline, relations by sentence, that contain a text.</summary>
    /// <remarks>
    /// Any substring, from one character up; letters of either case, marks as in <see cref="CanonicalName"/>, traditional characters as simplified ones. Entities come first: the
    /// name itself, then names that begin with the text, then others; then, in the same order, names whose pinyin or initials it is; then names that it is the
    /// <see cref="ShortForm"/> of; the most connected first among equals. Then articles, then relations.
    /// </remarks>
    Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>What was changed by the writes behind one, whoever wrote: caches, indexes and subscriptions follow the graph by this.</summary>
    /// <param name="after">The number of a write; 0 for the beginning.</param>
    /// <param name="limit">How many writes to read at the most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GraphChanges> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>How much is in the graph.</summary>
    Task<GraphStatistics> CountAsync(CancellationToken cancellationToken);
}
