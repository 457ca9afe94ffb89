using System.Text.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

// Writing: what a document says is put in place of what it said before; then all that it touched is gathered anew.
public sealed partial class SqliteGraphStore
{
    public Task<int> WriteAsync(GraphBatch batch, CancellationToken cancellationToken) =>
        _connections.WriteAsync("write", connection => Write(connection, batch), cancellationToken);

    public Task<bool> DeleteDocumentAsync(DocumentId id, CancellationToken cancellationToken) =>
        _connections.WriteAsync(
            "delete the document",
            connection =>
            {
                var touched = new Touched();
                var existed = Remove(connection, id.Value, touched);
                Gather(connection, touched);
                return existed;
            },
            cancellationToken);

    private static int Write(SqliteConnection connection, GraphBatch batch)
    {
        var touched = new Touched();
        var changed = batch.Documents.Count(document => Put(connection, document, touched));
        Gather(connection, touched);
        return changed;
    }

    /// <summary>Puts one document in place. Says whether that changed anything.</summary>
    private static bool Put(SqliteConnection connection, DocumentGraph graph, Touched touched)
    {
        var id = graph.Document.Id.Value;
        var fingerprint = DocumentFingerprint.Of(graph);
        var isNew = connection.Number("SELECT count(*) FROM document WHERE id = $1 AND fingerprint = $2", id, fingerprint) == 0;
        if (isNew)
        {
            var readAt = connection.Query("SELECT read_at FROM document WHERE id = $1", row => Rows.Text(row, 0), id).SingleOrDefault();
            RemoveContents(connection, id, touched);
            Insert(connection, graph, fingerprint, readAt);
            touched.Add(graph);
        }

        return Claim(connection, graph.Document, touched) || isNew;
    }

    /// <summary>Gives the document its sources. One that was another document's made that one obsolete.</summary>
    private static bool Claim(SqliteConnection connection, Document document, Touched touched)
    {
        var changed = false;
        foreach (var source in document.Sources)
        {
            var owner = connection.Query("SELECT document_id FROM source WHERE source = $1", row => row.GetString(0), source).SingleOrDefault();
            if (owner == document.Id.Value)
                continue;

            changed = true;
            connection.Execute("INSERT INTO source VALUES ($1, $2) ON CONFLICT DO UPDATE SET document_id = $2", source, document.Id.Value);
            if (owner is not null && connection.Number("SELECT count(*) FROM source WHERE document_id = $1", owner) == 0)
                Remove(connection, owner, touched);
        }

        return changed;
    }

    private static bool Remove(SqliteConnection connection, string id, Touched touched)
    {
        connection.Execute("DELETE FROM source WHERE document_id = $1", id);
        return RemoveContents(connection, id, touched);
    }

    private static bool RemoveContents(SqliteConnection connection, string id, Touched touched)
    {
        touched.Relations.UnionWith(connection.Query("SELECT DISTINCT relation_id FROM evidence WHERE document_id = $1", row => row.GetString(0), id));
        touched.Entities.UnionWith(connection.Query("SELECT entity_id FROM contribution WHERE document_id = $1", row => row.GetString(0), id));
        foreach (var article in connection.Query("SELECT id FROM article WHERE document_id = $1", row => row.GetString(0), id))
            ForgetSearchable(connection, SearchableKind.Headline, article);

        foreach (var passage in connection.Query("SELECT id FROM passage WHERE document_id = $1", row => row.GetString(0), id))
            ForgetSearchable(connection, SearchableKind.Sentence, passage);

        foreach (var table in (string[])["evidence", "passage", "mention", "contribution", "article"])
            connection.Execute($"DELETE FROM {table} WHERE document_id = $1", id);

        return connection.Execute("DELETE FROM document WHERE id = $1", id) > 0;
    }

    private static void Insert(SqliteConnection connection, DocumentGraph graph, string fingerprint, string? readAt)
    {
        var document = graph.Document;
        var id = document.Id.Value;
        connection.Execute(
            "INSERT INTO document (id, format, text, place, published, read_at, fingerprint) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id,
            document.Format,
            document.Text,
            document.Place,
            document.Published?.ToString(),
            readAt ?? document.ReadAt?.ToString("O"),
            fingerprint);
        foreach (var article in graph.Articles)
        {
            connection.Execute(
                "INSERT INTO article VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                article.Id.Value,
                id,
                article.Order,
                article.Headline,
                JsonSerializer.Serialize(article.Spans.SelectMany(span => (int[])[span.Start, span.Length])),
                article.Date?.Date.ToString(),
                article.Date?.IsPrinted,
                article.Place,
                article.Fingerprint);
            if (article.Headline is not null)
                MakeSearchable(connection, SearchableKind.Headline, article.Id.Value, article.Headline);
        }

        InsertEntities(connection, graph);
        InsertEvidence(connection, graph);
    }

    private static void InsertEntities(SqliteConnection connection, DocumentGraph graph)
    {
        using var contribution = new SqlStatement(connection, "INSERT INTO contribution VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", parameters: 8);
        foreach (var entity in graph.Entities.Select(entity => Entity.From([entity])))
        {
            contribution.Execute(
                graph.Document.Id.Value,
                entity.Id.Value,
                $"{entity.Type}",
                entity.Name,
                entity.Scope,
                SqlCommands.List(entity.Aliases),
                entity.Date?.Date.ToString(),
                entity.Date?.IsPrinted);
        }

        using var insert = new SqlStatement(connection, "INSERT INTO mention VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", parameters: 8);
        foreach (var mention in graph.Mentions)
        {
            insert.Execute(
                mention.Id.Value,
                graph.Document.Id.Value,
                mention.ArticleId.Value,
                mention.EntityId.Value,
                mention.Span.Start,
                mention.Span.Length,
                mention.Text,
                mention.Rule);
        }
    }

    private static void InsertEvidence(SqliteConnection connection, DocumentGraph graph)
    {
        using var insert = new SqlStatement(
            connection,
            """
            INSERT INTO evidence (id, relation_id, document_id, article_id, passage_id, type, head_id, tail_id, rule, confidence, status,
                title, role, amount, currency, amount_text, date, printed, reported, fingerprint)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            """,
            parameters: 20);
        foreach (var passage in graph.Evidence.GroupBy(evidence => evidence.Span))
        {
            var sentence = passage.First().Sentence;
            var passageId = connection.Number(
                "INSERT INTO passage (document_id, start, length, text) VALUES ($1, $2, $3, $4) RETURNING id",
                graph.Document.Id.Value,
                passage.Key.Start,
                passage.Key.Length,
                sentence);
            MakeSearchable(connection, SearchableKind.Sentence, $"{passageId}", sentence);
            foreach (var evidence in passage)
            {
                var qualifiers = evidence.Qualifiers;
                insert.Execute(
                    evidence.Id.Value,
                    evidence.RelationId.Value,
                    graph.Document.Id.Value,
                    evidence.ArticleId.Value,
                    passageId,
                    $"{evidence.Type}",
                    evidence.HeadId.Value,
                    evidence.TailId.Value,
                    evidence.Rule,
                    evidence.Confidence,
                    $"{evidence.Status}",
                    qualifiers.Title,
                    qualifiers.Role,
                    qualifiers.Amount?.Number.ToString(),
                    qualifiers.Amount?.Currency,
                    qualifiers.Amount?.Text,
                    qualifiers.Date?.Date.ToString(),
                    qualifiers.Date?.IsPrinted,
                    evidence.Reported?.ToString(),
                    evidence.Fingerprint);
            }
        }
    }
}
