using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Ingestion;
using KnowledgeGraph.Ingestion.Pages;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>The same pages into both stores.</summary>
[Collection(Neo4jGraphStoreTests.LiveServer)]
public sealed class SamePagesTests(Neo4jServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_pages_make_the_same_graph_in_SQLite_and_in_Neo4j_and_again_change_nothing()
    {
        await using var sqlite = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
        await sqlite.OpenAsync(Cancellation);
        await using var neo4j = new Neo4jGraphStore(new Neo4jGraphStoreOptions { Address = server.Address, User = server.User, Password = server.Password });
        await neo4j.OpenAsync(Cancellation);
        await server.EmptyAsync(Cancellation);
        var pages = PageFiles.Find([Path.Combine(Repository.Root, "src/KnowledgeGraph.Server/Samples")]);
        var extractor = new Extractor();

        await IngestAsync(sqlite, pages, extractor);
        await IngestAsync(neo4j, pages, extractor);
        var again = await IngestAsync(neo4j, [.. pages.AsEnumerable().Reverse()], extractor);

        again.Should().OnlyContain(outcome => !outcome.IsChange);
        (await neo4j.CountAsync(Cancellation)).Should().BeEquivalentTo(await sqlite.CountAsync(Cancellation));
        (await GraphHash.OfAsync(neo4j, Cancellation)).Should().Be(await GraphHash.OfAsync(sqlite, Cancellation));
    }

    private static async Task<List<PageOutcome>> IngestAsync(IGraphStore store, IReadOnlyList<string> pages, Extractor extractor)
    {
        var outcomes = new List<PageOutcome>();
        await foreach (var outcome in new IngestionPipeline(extractor, store, TimeProvider.System).IngestAsync(pages, Cancellation))
            outcomes.Add(outcome);

        return outcomes;
    }
}
