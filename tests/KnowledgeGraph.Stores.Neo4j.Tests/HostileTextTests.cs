using System.Globalization;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j.Connection;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Names, titles, sentences, addresses that are made to break a store. <c>KG_TEST_HOSTILE=10000</c> takes as many.</summary>
[Collection(Neo4jGraphStoreTests.LiveServer)]
public sealed class HostileTextTests(Neo4jServer server)
{
    private const int PagesABatch = 20;

    private static readonly int _texts = int.Parse(Environment.GetEnvironmentVariable("KG_TEST_HOSTILE") ?? "600", CultureInfo.InvariantCulture);

    private static readonly DocumentGraph[] _pages =
        [.. Enumerable.Range(0, (_texts + HostilePages.TextsAPage - 1) / HostilePages.TextsAPage).Select(HostilePages.Page)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hostile_texts_are_stored_and_found_again_unchanged_and_are_part_of_no_statement()
    {
        var options = new Neo4jGraphStoreOptions { Address = server.Address, User = server.User, Password = server.Password };
        var connection = new RecordingConnection(new QueryApiConnection(options, NullLogger.Instance));
        await using var neo4j = new Neo4jGraphStore(options, connection);
        await neo4j.OpenAsync(Cancellation);
        await server.EmptyAsync(Cancellation);
        await using var sqlite = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
        await sqlite.OpenAsync(Cancellation);

        await StoreAndFindAsync(sqlite);
        await StoreAndFindAsync(neo4j);

        (await GraphHash.OfAsync(neo4j, Cancellation)).Should().Be(await GraphHash.OfAsync(sqlite, Cancellation));
        connection.Statements.Should().NotBeEmpty().And.NotContain(statement => statement.Contains(HostileText.Mark));
    }

    private static async Task StoreAndFindAsync(IGraphStore store)
    {
        foreach (var batch in _pages.Chunk(PagesABatch))
            (await store.WriteAsync(new GraphBatch(batch), Cancellation)).Should().Be(batch.Length);

        foreach (var batch in _pages.Chunk(PagesABatch))
            (await store.WriteAsync(new GraphBatch(batch), Cancellation)).Should().Be(0, "it is there already");

        var stored = (await store.ListDocumentsAsync(new PageRequest(PageRequest.MaxFirst), Cancellation)).Values.ToDictionary(graph => graph.Document.Id);
        stored.Should().HaveCount(_pages.Length);
        foreach (var page in _pages)
        {
            var graph = stored[page.Document.Id];
            DocumentFingerprint.Of(graph).Should().Be(DocumentFingerprint.Of(page), page.Document.Text);
            graph.Document.Sources.Should().Equal(page.Document.Sources);
            await FindAsync(store, page);
        }
    }

    private static async Task FindAsync(IGraphStore store, DocumentGraph page)
    {
        foreach (var entity in page.Entities)
        {
            var text = Beginning(entity.Name);
            var found = await store.SearchAsync(new SearchRequest(text, [entity.Type], Limit: 20), Cancellation);
            found.Should().Contain(new SearchHit(entity.Name, Entity: entity.Id), text);
        }

        foreach (var fact in page.Evidence)
        {
            var relation = (await store.FindRelationsAsync([fact.RelationId], Cancellation)).Values.Single();
            relation.Should().Be(Relation.From([fact]), fact.Sentence);
        }
    }

    /// <summary>As much of a name as may be looked for, cut between two characters.</summary>
    private static string Beginning(string name) => name.Length <= SearchRequest.MaxLength
        ? name
        : name[..(char.IsHighSurrogate(name[SearchRequest.MaxLength - 1]) ? SearchRequest.MaxLength - 1 : SearchRequest.MaxLength)];
}
