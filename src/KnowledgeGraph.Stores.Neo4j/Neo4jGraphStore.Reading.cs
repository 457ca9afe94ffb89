using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

// Reads by frontier: one statement for all ids.
public sealed partial class Neo4jGraphStore
{
    public Task<IReadOnlyDictionary<EntityId, Entity>> FindEntitiesAsync(
        IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken) =>
        FindAsync("MATCH (e:Entity {id: id})", Rows.EntityColumns, ids.Select(id => id.Value), Rows.Entity, entity => entity.Id, cancellationToken);

    public Task<IReadOnlyDictionary<RelationId, Relation>> FindRelationsAsync(
        IReadOnlyCollection<RelationId> ids, CancellationToken cancellationToken) =>
        FindAsync($"CALL (id) {{ {FactById()} }}", Rows.RelationColumns, ids.Select(id => id.Value), Rows.Relation, relation => relation.Id, cancellationToken);

    public Task<IReadOnlyDictionary<ArticleId, Article>> FindArticlesAsync(
        IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) =>
        FindAsync("MATCH (a:Article {id: id})", Rows.ArticleColumns, ids.Select(id => id.Value), Rows.Article, article => article.Id, cancellationToken);

    public Task<IReadOnlyDictionary<DocumentId, Document>> FindDocumentsAsync(
        IReadOnlyCollection<DocumentId> ids, CancellationToken cancellationToken) =>
        FindAsync("MATCH (d:Document {id: id})", Rows.DocumentColumns, ids.Select(id => id.Value), Rows.Document, document => document.Id, cancellationToken);

    public async Task<IReadOnlyDictionary<EntityId, Page<Relation>>> ReadRelationsAsync(
        IReadOnlyCollection<EntityId> entities, RelationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (after, before) = (Keyset.ParseOptional(page.After), Keyset.ParseOptional(page.Before));
        var types = filter.Types.Count == 0 ? _anyFact : Facts(filter.Types);
        var direction = filter.Direction switch
        {
            RelationDirection.Outgoing => "AND (startNode(r) = e OR type(r) IN $symmetric)",
            RelationDirection.Incoming => "AND (endNode(r) = e OR type(r) IN $symmetric)",
            _ => "",
        };
        var rows = await _connection.ReadAsync(
            $$"""
            UNWIND $ids AS owner
            MATCH (e:Entity {id: owner})
            CALL (e) {
                MATCH (e)-[r:{{types}}]-(:Entity)
                WHERE {{RelationConditions}} AND {{_newestFirst.Behind(after, "$afterKey", "$afterId")}} AND {{_newestFirst.Before(before, "$beforeKey", "$beforeId")}} {{direction}}
                RETURN r ORDER BY {{_newestFirst.By(page.IsBackward)}} LIMIT $limit
            }
            RETURN {{Rows.RelationColumns}}, owner, r.sortDate ORDER BY owner, {{_newestFirst.By(page.IsBackward)}}
            """,
            RelationParameters(filter, page, after, before, entities),
            cancellationToken);
        return rows
            .Select(row => (Owner: new EntityId(row.Text(18)), Relation: Rows.Relation(row), SortDate: row.Text(19)))
            .GroupBy(row => row.Owner)
            .ToDictionary(
                group => group.Key,
                group => new Page<Relation>(
                    [.. group.Take(page.First).Select(row => Item(row.Relation, row.SortDate))],
                    group.Count() > page.First));
    }

    public async Task<IReadOnlyDictionary<RelationId, IReadOnlyList<Evidence>>> ReadEvidenceAsync(
        IReadOnlyCollection<RelationId> relations, int limit, CancellationToken cancellationToken)
    {
        var rows = await _connection.ReadAsync(
            $$"""
            UNWIND $ids AS id
            CALL (id) { MATCH (v:Evidence {relationId: id}) RETURN v ORDER BY v.confidence DESC, v.id LIMIT $limit }
            RETURN {{Rows.EvidenceColumns}} ORDER BY v.relationId, v.confidence DESC, v.id
            """,
            new { ids = relations.Select(id => id.Value).Distinct(), limit },
            cancellationToken);
        return Lists(rows.Select(Rows.Evidence), evidence => evidence.RelationId);
    }

    public async Task<IReadOnlyDictionary<EntityId, IReadOnlyList<Mention>>> ReadMentionsAsync(
        IReadOnlyCollection<EntityId> entities, int limit, CancellationToken cancellationToken)
    {
        // An article mentions an entity at least once, so that many articles are enough.
        var rows = await _connection.ReadAsync(
            $$"""
            UNWIND $ids AS id
            CALL (id) { MATCH (e:Entity {id: id})-[m:MENTIONED_IN]->(a:Article) RETURN e, m, a ORDER BY a.id LIMIT $limit }
            RETURN {{Rows.MentionColumns}} ORDER BY e.id, a.id
            """,
            new { ids = entities.Select(id => id.Value).Distinct(), limit },
            cancellationToken);
        return rows
            .SelectMany(Rows.Mentions)
            .GroupBy(mention => mention.EntityId)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<Mention>)
                [
                    .. group
                        .OrderBy(mention => mention.ArticleId.Value, StringComparer.Ordinal)
                        .ThenBy(mention => mention.Span.Start)
                        .ThenBy(mention => mention.Id.Value, StringComparer.Ordinal)
                        .Take(limit),
                ]);
    }

    public async Task<IReadOnlyDictionary<DocumentId, IReadOnlyList<Article>>> ReadArticlesAsync(
        IReadOnlyCollection<DocumentId> documents, CancellationToken cancellationToken)
    {
        var rows = await _connection.ReadAsync(
            $"UNWIND $ids AS id MATCH (:Document {{id: id}})-[:HAS]->(a:Article) RETURN {Rows.ArticleColumns} ORDER BY a.documentId, a.order",
            new { ids = documents.Select(id => id.Value).Distinct() },
            cancellationToken);
        return Lists(rows.Select(Rows.Article), article => article.DocumentId);
    }

    public async Task<Page<DocumentGraph>> ListDocumentsAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var direction = page.IsBackward ? "DESC" : "ASC";
        var rows = await _connection.ReadAsync(
            $$"""
            MATCH (d:Document) WHERE ($after IS NULL OR d.id > $after) AND ($before IS NULL OR d.id < $before)
            WITH d ORDER BY d.id {{direction}} LIMIT $limit
            RETURN {{Rows.DocumentColumns}},
                COLLECT { MATCH (d)-[:HAS]->(a:Article) RETURN [{{Rows.ArticleColumns}}] ORDER BY a.order },
                COLLECT { MATCH (d)-[c:STATES]->(e:Entity) RETURN [{{Rows.ContributionColumns}}] ORDER BY e.id },
                COLLECT { MATCH (d)-[:HAS]->(a:Article)<-[m:MENTIONED_IN]-(e:Entity) RETURN [{{Rows.MentionColumns}}] },
                COLLECT { MATCH (d)-[:HAS]->(:Article)<-[:IN]-(v:Evidence) RETURN [{{Rows.EvidenceColumns}}] ORDER BY v.id }
            ORDER BY d.id {{direction}}
            """,
            new { after = page.After, before = page.Before, limit = page.First + 1 },
            cancellationToken);
        var documents = rows.Select(row => new DocumentGraph
        {
            Document = Rows.Document(row),
            Articles = [.. row.Rows(7).Select(Rows.Article)],
            Entities = [.. row.Rows(8).Select(Rows.Contribution)],
            Mentions = [.. row.Rows(9).SelectMany(Rows.Mentions).OrderBy(mention => mention.Id.Value, StringComparer.Ordinal)],
            Evidence = [.. row.Rows(10).Select(Rows.Evidence)],
        });
        return Page<DocumentGraph>.Of([.. documents], page.First, graph => graph.Document.Id.Value);
    }

    private async Task<IReadOnlyDictionary<TId, T>> FindAsync<TId, T>(
        string match, string columns, IEnumerable<string> ids, Func<CypherRow, T> read, Func<T, TId> id, CancellationToken cancellationToken)
        where TId : notnull
    {
        var rows = await _connection.ReadAsync($"UNWIND $ids AS id {match} RETURN {columns}", new { ids = ids.Distinct() }, cancellationToken);
        return rows.Select(read).ToDictionary(id);
    }

    /// <summary>Finds the fact <c>id</c> by the index of each type: an index serves one type of relationship.</summary>
    private static string FactById() =>
        string.Join(" UNION ALL ", Ontology.Relations.Select(definition => $"MATCH ()-[r:{definition.Name} {{id: id}}]->() RETURN r"));

    private static Dictionary<TId, IReadOnlyList<T>> Lists<TId, T>(IEnumerable<T> values, Func<T, TId> owner)
        where TId : notnull =>
        values.GroupBy(owner).ToDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group]);
}
