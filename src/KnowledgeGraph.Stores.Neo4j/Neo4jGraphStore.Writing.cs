using System.Security.Cryptography;
using System.Text;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

// Writing: what documents say is put in place of what they said before; then all that this touched is gathered anew.
public sealed partial class Neo4jGraphStore
{
    public Task<int> WriteAsync(GraphBatch batch, CancellationToken cancellationToken)
    {
        var attempted = new HashSet<string>(StringComparer.Ordinal);
        return WriteAsync(transaction => WriteAsync(transaction, batch, attempted), cancellationToken);
    }

    public async Task<bool> DeleteDocumentAsync(DocumentId id, CancellationToken cancellationToken)
    {
        // An attempt that was committed and not answered has found it; the next one finds it gone.
        var existed = false;
        await WriteAsync(async transaction => existed = await DeleteAsync(transaction, id.Value) || existed, cancellationToken);
        return existed;
    }

    /// <param name="transaction">Where it is written.</param>
    /// <param name="batch">What is written.</param>
    /// <param name="attempted">The documents that earlier attempts changed. Those that bear the batch's mark were committed, though no answer said so.</param>
    private static async Task<int> WriteAsync(ICypherTransaction transaction, GraphBatch batch, HashSet<string> attempted)
    {
        var fingerprints = batch.Documents.ToDictionary(graph => graph.Document.Id.Value, DocumentFingerprint.Of);
        var mark = MarkOf(batch, fingerprints);
        var owners = await LockSourcesAsync(transaction, batch.Documents.SelectMany(graph => graph.Document.Sources));
        var stored = (await LockDocumentsAsync(transaction, fingerprints.Keys.Union(owners)))
            .ToDictionary(row => row.Text(0), row => (Fingerprint: row.OptionalText(1), ReadAt: row.OptionalText(2), Mark: row.OptionalText(3)));
        var toPut = batch.Documents
            .Where(graph => stored[graph.Document.Id.Value].Fingerprint != fingerprints[graph.Document.Id.Value])
            .ToList();
        var (claiming, obsolete) = await ClaimAsync(transaction, batch, mark);
        var changed = toPut.Select(graph => graph.Document.Id.Value).Union(claiming).Union(attempted.Where(id => stored[id].Mark == mark)).ToList();
        attempted.UnionWith(changed);
        toPut.RemoveAll(graph => obsolete.Contains(graph.Document.Id.Value));

        string[] toClear = [.. obsolete, .. toPut.Select(graph => graph.Document.Id.Value).Where(id => stored[id].Fingerprint is not null)];
        // What a new document has for itself needs no locks but its own: others need not wait meanwhile.
        Task PutAsync() => InsertAsync(transaction, toPut, mark, graph => (fingerprints[graph.Document.Id.Value], stored[graph.Document.Id.Value].ReadAt));
        if (toClear.Length > 0)
        {
            var contents = await LockContentsAsync(transaction, toPut, toClear);
            await RemoveContentsAsync(transaction, toClear);
            await RemoveAsync(transaction, obsolete);
            await PutAsync();
            await GatherAsync(transaction, contents, toPut);
        }
        else if (toPut.Count > 0)
        {
            await PutAsync();
            await GatherAsync(transaction, await LockContentsAsync(transaction, toPut, toClear), toPut);
        }

        return changed.Count;
    }

    /// <summary>Names a batch by all that it says. The documents that it changes bear this mark.</summary>
    private static string MarkOf(GraphBatch batch, Dictionary<string, string> fingerprints)
    {
        var says = batch.Documents.SelectMany(graph => graph.Document.Sources.Prepend(fingerprints[graph.Document.Id.Value]).Prepend(graph.Document.Id.Value));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', says))).AsSpan(0, 16));
    }

    private static async Task<bool> DeleteAsync(ICypherTransaction transaction, string id)
    {
        // Sources are locked before documents. One that was given to the document meanwhile takes another attempt.
        var sources = await SourcesAsync(transaction, id);
        await transaction.RunAsync(
            "UNWIND $sources AS address MATCH (s:Source {address: address}) REMOVE s.lock", new { sources = sources.Order(StringComparer.Ordinal) });
        var existed = (await LockDocumentsAsync(transaction, [id]))[0].OptionalText(1) is not null;
        if ((await SourcesAsync(transaction, id)).Except(sources, StringComparer.Ordinal).Any())
            throw Neo4jErrors.Overtaken();

        var contents = await LockContentsAsync(transaction, [], [id]);
        await RemoveContentsAsync(transaction, [id]);
        await RemoveAsync(transaction, [id]);
        await GatherAsync(transaction, contents, []);
        return existed;
    }

    private static async Task<IReadOnlyList<string>> SourcesAsync(ICypherTransaction transaction, string id) =>
        [.. (await transaction.RunAsync("MATCH (:Document {id: $id})-[:FROM]->(s:Source) RETURN s.address", new { id })).Select(row => row.Text(0))];

    private async Task<T> WriteAsync<T>(Func<ICypherTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        // Those that wait for a lock on the server hold a connection each; the one they wait for must have one left.
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await _connection.WriteAsync(work, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Gives the documents their sources. A document whose last source went to another is obsolete.</summary>
    /// <returns>The documents that had not all their sources yet, and those that are obsolete.</returns>
    private static async Task<(IReadOnlyCollection<string> Claiming, string[] Obsolete)> ClaimAsync(ICypherTransaction transaction, GraphBatch batch, string mark)
    {
        var sources = batch.Documents.SelectMany(graph => graph.Document.Sources, (graph, source) => new { source, id = graph.Document.Id.Value });
        var claimed = await transaction.RunAsync(
            """
            UNWIND $sources AS row
            MATCH (d:Document {id: row.id})
            MATCH (s:Source {address: row.source})
            WITH d, s WHERE NOT (d)-[:FROM]->(s)
            OPTIONAL MATCH (s)<-[claim:FROM]-(old:Document)
            DELETE claim
            CREATE (d)-[:FROM]->(s)
            SET d.batch = $mark
            RETURN d.id, old.id
            """,
            new { sources, mark });
        var losers = claimed.Where(row => !row.IsNull(1)).Select(row => row.Text(1)).Distinct().ToList();
        var obsolete = losers.Count == 0
            ? []
            : await transaction.RunAsync(
                "UNWIND $losers AS id MATCH (d:Document {id: id}) WHERE NOT (d)-[:FROM]->(:Source) RETURN d.id", new { losers });
        return ([.. claimed.Select(row => row.Text(0)).Distinct()], [.. obsolete.Select(row => row.Text(0))]);
    }

    private static async Task RemoveAsync(ICypherTransaction transaction, string[] ids)
    {
        if (ids.Length == 0)
            return;

        await transaction.RunAsync(
            """
            UNWIND $ids AS id
            MATCH (d:Document {id: id})
            OPTIONAL MATCH (d)-[:FROM]->(s:Source)
            DETACH DELETE d, s
            """,
            new { ids });
    }

    private static async Task RemoveContentsAsync(ICypherTransaction transaction, string[] ids)
    {
        if (ids.Length == 0)
            return;

        await transaction.RunAsync(
            "UNWIND $ids AS id MATCH (:Document {id: id})-[:HAS]->(:Article)<-[:IN]-(v:Evidence) DETACH DELETE v", new { ids });
        await transaction.RunAsync("UNWIND $ids AS id MATCH (:Document {id: id})-[:HAS]->(a:Article) DETACH DELETE a", new { ids });
        await transaction.RunAsync("UNWIND $ids AS id MATCH (:Document {id: id})-[c:STATES]->() DELETE c", new { ids });
    }

    /// <summary>Puts in documents with their articles and evidence; their entities are joined to them when these are locked.</summary>
    private static async Task InsertAsync(
        ICypherTransaction transaction, IReadOnlyList<DocumentGraph> documents, string mark, Func<DocumentGraph, (string Fingerprint, string? ReadAt)> stored)
    {
        if (documents.Count == 0)
            return;

        await transaction.RunAsync(
            "UNWIND $rows AS row MATCH (d:Document {id: row.id}) SET d = row",
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
                    batch = mark,
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
        await InsertEvidenceAsync(transaction, documents);
    }

    private static Task<IReadOnlyList<CypherRow>> InsertStatementsAsync(ICypherTransaction transaction, IReadOnlyList<DocumentGraph> documents) =>
        transaction.RunAsync(
            """
            UNWIND $rows AS row
            MATCH (d:Document {id: row.documentId}) MATCH (e:Entity {id: row.id})
            CREATE (d)-[:STATES {aliases: row.aliases, date: row.date, printed: row.printed}]->(e)
            """,
            new
            {
                rows = documents.SelectMany(graph => graph.Entities, (graph, entity) => (graph.Document.Id, Entity: Entity.From([entity]))).Select(item => new
                {
                    documentId = item.Id.Value,
                    id = item.Entity.Id.Value,
                    item.Entity.Aliases,
                    date = item.Entity.Date?.Date.ToString(),
                    printed = item.Entity.Date?.IsPrinted,
                }),
            });

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
