using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

// Reads by frontier: one statement for all ids.
public sealed partial class SqliteGraphStore
{
    public Task<IReadOnlyDictionary<EntityId, Entity>> FindEntitiesAsync(
        IReadOnlyCollection<EntityId> ids, CancellationToken cancellationToken) =>
        FindAsync("entity e", Rows.EntityColumns, "e.id", ids.Select(id => id.Value), Rows.Entity, entity => entity.Id, cancellationToken);

    public Task<IReadOnlyDictionary<RelationId, Relation>> FindRelationsAsync(
        IReadOnlyCollection<RelationId> ids, CancellationToken cancellationToken) =>
        FindAsync("relation r", Rows.RelationColumns, "r.id", ids.Select(id => id.Value), Rows.Relation, relation => relation.Id, cancellationToken);

    public Task<IReadOnlyDictionary<ArticleId, Article>> FindArticlesAsync(
        IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken) =>
        FindAsync("article a", Rows.ArticleColumns, "a.id", ids.Select(id => id.Value), Rows.Article, article => article.Id, cancellationToken);

    public Task<IReadOnlyDictionary<DocumentId, Document>> FindDocumentsAsync(
        IReadOnlyCollection<DocumentId> ids, CancellationToken cancellationToken) =>
        FindAsync("document d", Rows.DocumentColumns, "d.id", ids.Select(id => id.Value), Rows.Document, document => document.Id, cancellationToken);

    public Task<IReadOnlyDictionary<EntityId, Page<Relation>>> ReadRelationsAsync(
        IReadOnlyCollection<EntityId> entities, RelationFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        _connections.ReadAsync<IReadOnlyDictionary<EntityId, Page<Relation>>>(
            "read relations", connection => ReadRelations(connection, entities, filter, page), cancellationToken);

    public Task<IReadOnlyDictionary<RelationId, IReadOnlyList<Evidence>>> ReadEvidenceAsync(
        IReadOnlyCollection<RelationId> relations, int limit, CancellationToken cancellationToken) =>
        ReadListsAsync(
            $"""
            SELECT * FROM (
                SELECT {Rows.EvidenceColumns}, row_number() OVER (PARTITION BY v.relation_id ORDER BY v.confidence DESC, v.id) AS place
                FROM json_each($1) i JOIN evidence v ON v.relation_id = i.value JOIN passage p ON p.id = v.passage_id)
            WHERE place <= $2 ORDER BY place
            """,
            Rows.Evidence,
            evidence => evidence.RelationId,
            cancellationToken,
            SqlCommands.List(relations.Select(id => id.Value)),
            limit);

    public Task<IReadOnlyDictionary<EntityId, IReadOnlyList<Mention>>> ReadMentionsAsync(
        IReadOnlyCollection<EntityId> entities, int limit, CancellationToken cancellationToken) =>
        ReadListsAsync(
            $"""
            SELECT * FROM (
                SELECT {Rows.MentionColumns}, row_number() OVER (PARTITION BY m.entity_id ORDER BY m.article_id, m.start, m.id) AS place
                FROM json_each($1) i JOIN mention m ON m.entity_id = i.value)
            WHERE place <= $2 ORDER BY place
            """,
            Rows.Mention,
            mention => mention.EntityId,
            cancellationToken,
            SqlCommands.List(entities.Select(id => id.Value)),
            limit);

    public Task<IReadOnlyDictionary<DocumentId, IReadOnlyList<Article>>> ReadArticlesAsync(
        IReadOnlyCollection<DocumentId> documents, CancellationToken cancellationToken) =>
        ReadListsAsync(
            $"SELECT {Rows.ArticleColumns} FROM json_each($1) i JOIN article a ON a.document_id = i.value ORDER BY a.\"order\"",
            Rows.Article,
            article => article.DocumentId,
            cancellationToken,
            SqlCommands.List(documents.Select(id => id.Value)));

    public Task<Page<DocumentGraph>> ListDocumentsAsync(PageRequest page, CancellationToken cancellationToken) =>
        _connections.ReadAsync("list documents", connection => ListDocuments(connection, page), cancellationToken);

    private Task<IReadOnlyDictionary<TId, T>> FindAsync<TId, T>(
        string table,
        string columns,
        string key,
        IEnumerable<string> ids,
        Func<SqliteDataReader, T> read,
        Func<T, TId> id,
        CancellationToken cancellationToken)
        where TId : notnull =>
        _connections.ReadAsync<IReadOnlyDictionary<TId, T>>(
            $"read {table}",
            connection => connection
                .Query($"SELECT {columns} FROM json_each($1) i JOIN {table} ON {key} = i.value", read, SqlCommands.List(ids.Distinct()))
                .ToDictionary(id),
            cancellationToken);

    private Task<IReadOnlyDictionary<TId, IReadOnlyList<T>>> ReadListsAsync<TId, T>(
        string sql, Func<SqliteDataReader, T> read, Func<T, TId> owner, CancellationToken cancellationToken, params object?[] values)
        where TId : notnull =>
        _connections.ReadAsync<IReadOnlyDictionary<TId, IReadOnlyList<T>>>(
            "read the graph",
            connection => connection
                .Query(sql, read, values)
                .GroupBy(owner)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group]),
            cancellationToken);

    private static Dictionary<EntityId, Page<Relation>> ReadRelations(
        SqliteConnection connection, IReadOnlyCollection<EntityId> entities, RelationFilter filter, PageRequest page)
    {
        var (after, before) = (Keyset.ParseOptional(page.After), Keyset.ParseOptional(page.Before));
        var symmetric = string.Join(", ", Ontology.Relations.Where(definition => definition.IsSymmetric).Select(definition => $"'{definition.Type}'"));
        var conditions = $"{RelationConditions} AND {_newestFirst.Behind(after, "$11", "$12")} AND {_newestFirst.Before(before, "$13", "$14")}";
        var asHead = filter.Direction == RelationDirection.Incoming ? $"r.type IN ({symmetric})" : "TRUE";
        var asTail = filter.Direction == RelationDirection.Outgoing ? $"r.type IN ({symmetric})" : "TRUE";
        var sql = $"""
            SELECT * FROM (
                SELECT {Rows.RelationColumns}, owner, row_number() OVER (PARTITION BY owner ORDER BY {_newestFirst.By(page.IsBackward)}) AS place, r.sort_date
                FROM (
                    SELECT i.value AS owner, r.* FROM json_each($1) i JOIN relation r ON r.head_id = i.value WHERE {asHead} AND {conditions}
                    UNION ALL
                    SELECT i.value AS owner, r.* FROM json_each($1) i JOIN relation r ON r.tail_id = i.value WHERE {asTail} AND {conditions}
                ) r)
            WHERE place <= $2 ORDER BY place
            """;
        return connection
            .Query(
                sql,
                row => (Owner: new EntityId(row.GetString(18)), Relation: Rows.Relation(row), SortDate: row.GetString(20)),
                [
                    SqlCommands.List(entities.Select(id => id.Value).Distinct()), page.First + 1,
                    .. RelationParameters(filter),
                    after?.Key, after?.Id, before?.Key, before?.Id,
                ])
            .GroupBy(row => row.Owner)
            .ToDictionary(
                group => group.Key,
                group => new Page<Relation>(
                    [.. group.Take(page.First).Select(row => Item(row.Relation, row.SortDate))],
                    group.Count() > page.First));
    }

    private static Page<DocumentGraph> ListDocuments(SqliteConnection connection, PageRequest page)
    {
        var documents = connection.Query(
            $"""
            SELECT {Rows.DocumentColumns} FROM document d WHERE ($1 IS NULL OR d.id > $1) AND ($2 IS NULL OR d.id < $2)
            ORDER BY d.id {(page.IsBackward ? "DESC" : "ASC")} LIMIT $3
            """,
            Rows.Document,
            page.After,
            page.Before,
            page.First + 1);
        return Page<DocumentGraph>.Of([.. documents.Select(document => Contents(connection, document))], page.First, graph => graph.Document.Id.Value);
    }

    private static DocumentGraph Contents(SqliteConnection connection, Document document)
    {
        var id = document.Id.Value;
        return new DocumentGraph
        {
            Document = document,
            Articles = connection.Query(
                $"SELECT {Rows.ArticleColumns} FROM article a WHERE a.document_id = $1 ORDER BY a.\"order\"", Rows.Article, id),
            Entities = connection.Query(
                $"SELECT {Rows.ContributionColumns} FROM contribution c WHERE c.document_id = $1 ORDER BY c.entity_id", Rows.Contribution, id),
            Mentions = connection.Query(
                $"SELECT {Rows.MentionColumns} FROM mention m WHERE m.document_id = $1 ORDER BY m.id", Rows.Mention, id),
            Evidence = connection.Query(
                $"SELECT {Rows.EvidenceColumns} FROM evidence v JOIN passage p ON p.id = v.passage_id WHERE v.document_id = $1 ORDER BY v.id",
                Rows.Evidence,
                id),
        };
    }
}
