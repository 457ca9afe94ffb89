using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

// Writing: what documents say is put in place of what they said before; then all that this touched is gathered anew.
public sealed partial class Neo4jGraphStore
{
    public Task<int> WriteAsync(GraphBatch batch, CancellationToken cancellationToken) =>
        WriteInTurnAsync(transaction => WriteAsync(transaction, batch), cancellationToken);

    public Task<bool> DeleteDocumentAsync(DocumentId id, CancellationToken cancellationToken) =>
        WriteInTurnAsync(
            async transaction =>
            {
                var touched = new Touched();
                var existed = await transaction.RunAsync("MATCH (d:Document {id: $id}) RETURN d.id", new { id = id.Value });
                await RemoveContentsAsync(transaction, [id.Value], touched);
                await RemoveAsync(transaction, [id.Value]);
                await GatherAsync(transaction, touched);
                return existed.Count > 0;
            },
            cancellationToken);

    private static async Task<int> WriteAsync(ICypherTransaction transaction, GraphBatch batch)
    {
        var fingerprints = batch.Documents.ToDictionary(graph => graph.Document.Id.Value, DocumentFingerprint.Of);
        var stored = (await transaction.RunAsync(
                "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id, d.fingerprint, d.readAt", new { ids = fingerprints.Keys }))
            .ToDictionary(row => row.Text(0), row => (Fingerprint: row.Text(1), ReadAt: row.OptionalText(2)));
        var toPut = batch.Documents
            .Where(graph => stored.GetValueOrDefault(graph.Document.Id.Value).Fingerprint != fingerprints[graph.Document.Id.Value])
            .ToList();

        var touched = new Touched();
        if (toPut.Count > 0)
        {
            await RemoveContentsAsync(transaction, [.. toPut.Select(graph => graph.Document.Id.Value)], touched);
            await InsertAsync(transaction, toPut, graph => (fingerprints[graph.Document.Id.Value], stored.GetValueOrDefault(graph.Document.Id.Value).ReadAt));
            toPut.ForEach(touched.Add);
        }

        var claiming = await ClaimAsync(transaction, batch, touched);
        await GatherAsync(transaction, touched);
        return toPut.Select(graph => graph.Document.Id.Value).Union(claiming).Count();
    }

    /// <summary>Lets one writer in at a time, whichever process it is in: two that gather the same fact at once would lose one's evidence.</summary>
    private async Task<T> WriteInTurnAsync<T>(Func<ICypherTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        // The turn within this process is taken first: writers that wait on the server hold the connections that the one at work needs.
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await _connection.WriteAsync(
                async transaction =>
                {
                    await transaction.RunAsync("MERGE (lock:WriteLock {name: 'graph'}) SET lock.writes = coalesce(lock.writes, 0) + 1", new { });
                    return await work(transaction);
                },
                cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Gives the documents their sources. A document whose last source went to another is obsolete and goes.</summary>
    /// <returns>The documents that had not all their sources yet.</returns>
    private static async Task<IReadOnlyCollection<string>> ClaimAsync(ICypherTransaction transaction, GraphBatch batch, Touched touched)
    {
        var sources = batch.Documents.SelectMany(graph => graph.Document.Sources, (graph, source) => new { source, id = graph.Document.Id.Value });
        var claimed = await transaction.RunAsync(
            """
            UNWIND $sources AS row
            MATCH (d:Document {id: row.id})
            MERGE (s:Source {address: row.source})
            WITH d, s WHERE NOT (d)-[:FROM]->(s)
            OPTIONAL MATCH (s)<-[claim:FROM]-(old:Document)
            DELETE claim
            CREATE (d)-[:FROM]->(s)
            RETURN d.id, old.id
            """,
            new { sources });
        var losers = claimed.Where(row => !row.IsNull(1)).Select(row => row.Text(1)).Distinct().ToList();
        if (losers.Count > 0)
        {
            var obsolete = await transaction.RunAsync(
                "UNWIND $losers AS id MATCH (d:Document {id: id}) WHERE NOT (d)-[:FROM]->(:Source) RETURN d.id", new { losers });
            string[] ids = [.. obsolete.Select(row => row.Text(0))];
            await RemoveContentsAsync(transaction, ids, touched);
            await RemoveAsync(transaction, ids);
        }

        return [.. claimed.Select(row => row.Text(0)).Distinct()];
    }

    private static Task<IReadOnlyList<CypherRow>> RemoveAsync(ICypherTransaction transaction, string[] ids) =>
        transaction.RunAsync(
            """
            UNWIND $ids AS id
            MATCH (d:Document {id: id})
            OPTIONAL MATCH (d)-[:FROM]->(s:Source)
            DETACH DELETE d, s
            """,
            new { ids });

    private static async Task RemoveContentsAsync(ICypherTransaction transaction, string[] ids, Touched touched)
    {
        var rows = await transaction.RunAsync(
            """
            UNWIND $ids AS id
            MATCH (d:Document {id: id})
            RETURN COLLECT { MATCH (d)-[:HAS]->(:Article)<-[:IN]-(v:Evidence) RETURN DISTINCT v.relationId },
                COLLECT { MATCH (d)-[:STATES]->(e:Entity) RETURN e.id }
            """,
            new { ids });
        if (rows.Count == 0)
            return;

        touched.Relations.UnionWith(rows.SelectMany(row => row.Texts(0)));
        touched.Entities.UnionWith(rows.SelectMany(row => row.Texts(1)));
        await transaction.RunAsync(
            "UNWIND $ids AS id MATCH (:Document {id: id})-[:HAS]->(:Article)<-[:IN]-(v:Evidence) DETACH DELETE v", new { ids });
        await transaction.RunAsync("UNWIND $ids AS id MATCH (:Document {id: id})-[:HAS]->(a:Article) DETACH DELETE a", new { ids });
        await transaction.RunAsync("UNWIND $ids AS id MATCH (:Document {id: id})-[c:STATES]->() DELETE c", new { ids });
    }

    private static async Task InsertAsync(
        ICypherTransaction transaction, IReadOnlyList<DocumentGraph> documents, Func<DocumentGraph, (string Fingerprint, string? ReadAt)> stored)
    {
        await transaction.RunAsync(
            "UNWIND $rows AS row MERGE (d:Document {id: row.id}) SET d = row",
            new
            {
                rows = documents.Select(graph => new
                {
                    id = graph.Document.Id.Value,
                    graph.Document.Format,
                    graph.Document.Text,
                    graph.Document.Place,
                    published = graph.Document.Published?.ToString(),
                    readAt = stored(graph).ReadAt ?? graph.Document.ReadAt?.ToString("O"),
                    stored(graph).Fingerprint,
                }),
            });
        await transaction.RunAsync(
            "UNWIND $rows AS row MATCH (d:Document {id: row.documentId}) CREATE (d)-[:HAS]->(a:Article) SET a = row",
            new
            {
                rows = documents.SelectMany(graph => graph.Articles).Select(article => new
                {
                    id = article.Id.Value,
                    documentId = article.DocumentId.Value,
                    article.Order,
                    article.Headline,
                    searchHeadline = article.Headline is null ? null : SearchText.Fold(article.Headline),
                    spans = article.Spans.SelectMany(span => (int[])[span.Start, span.Length]),
                    date = article.Date?.Date.ToString(),
                    printed = article.Date?.IsPrinted,
                    article.Place,
                    article.Fingerprint,
                }),
            });
        foreach (var entities in documents.SelectMany(graph => graph.Entities, (graph, entity) => (graph.Document.Id, Entity: Entity.From([entity]))).GroupBy(item => item.Entity.Type))
        {
            await transaction.RunAsync(
                $$"""
                UNWIND $rows AS row
                MATCH (d:Document {id: row.documentId})
                MERGE (e:Entity {id: row.id})
                ON CREATE SET e:{{entities.Key}}, e.type = row.type, e.name = row.name, e.scope = row.scope, e.aliases = [], e.searchNames = [],
                    e.articleCount = 0, e.relationCount = 0
                CREATE (d)-[:STATES {aliases: row.aliases, date: row.date, printed: row.printed}]->(e)
                """,
                new
                {
                    rows = entities.Select(item => new
                    {
                        documentId = item.Id.Value,
                        id = item.Entity.Id.Value,
                        type = $"{item.Entity.Type}",
                        item.Entity.Name,
                        item.Entity.Scope,
                        item.Entity.Aliases,
                        date = item.Entity.Date?.Date.ToString(),
                        printed = item.Entity.Date?.IsPrinted,
                    }),
                });
        }

        await InsertMentionsAsync(transaction, documents);
        await InsertEvidenceAsync(transaction, documents);
    }

    private static Task<IReadOnlyList<CypherRow>> InsertMentionsAsync(ICypherTransaction transaction, IReadOnlyList<DocumentGraph> documents) =>
        transaction.RunAsync(
            """
            UNWIND $rows AS row
            MATCH (e:Entity {id: row.entityId}) MATCH (a:Article {id: row.articleId})
            CREATE (e)-[:MENTIONED_IN {starts: row.starts, lengths: row.lengths, texts: row.texts, rules: row.rules}]->(a)
            """,
            new
            {
                rows = documents.SelectMany(graph => graph.Mentions).GroupBy(mention => (mention.EntityId, mention.ArticleId)).Select(group => new
                {
                    entityId = group.Key.EntityId.Value,
                    articleId = group.Key.ArticleId.Value,
                    starts = group.Select(mention => mention.Span.Start),
                    lengths = group.Select(mention => mention.Span.Length),
                    texts = group.Select(mention => mention.Text),
                    rules = group.Select(mention => mention.Rule),
                }),
            });

    private static Task<IReadOnlyList<CypherRow>> InsertEvidenceAsync(ICypherTransaction transaction, IReadOnlyList<DocumentGraph> documents) =>
        transaction.RunAsync(
            "UNWIND $rows AS row MATCH (a:Article {id: row.articleId}) CREATE (v:Evidence)-[:IN]->(a) SET v = row, v.confidence = toFloat(row.confidence)",
            new
            {
                rows = documents.SelectMany(graph => graph.Evidence).Select(evidence => new
                {
                    id = evidence.Id.Value,
                    relationId = evidence.RelationId.Value,
                    type = Ontology.Of(evidence.Type).Name,
                    headId = evidence.HeadId.Value,
                    tailId = evidence.TailId.Value,
                    articleId = evidence.ArticleId.Value,
                    evidence.Sentence,
                    searchSentence = SearchText.Fold(evidence.Sentence),
                    evidence.Span.Start,
                    evidence.Span.Length,
                    evidence.Rule,
                    evidence.Confidence,
                    status = $"{evidence.Status}",
                    reported = evidence.Reported?.ToString(),
                    evidence.Fingerprint,
                    evidence.Qualifiers.Title,
                    evidence.Qualifiers.Role,
                    amount = evidence.Qualifiers.Amount?.Number.ToString(),
                    currency = evidence.Qualifiers.Amount?.Currency,
                    amountText = evidence.Qualifiers.Amount?.Text,
                    date = evidence.Qualifiers.Date?.Date.ToString(),
                    printed = evidence.Qualifiers.Date?.IsPrinted,
                }),
            });
}
