using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Ingestion;
using KnowledgeGraph.Ingestion.Pages;
using KnowledgeGraph.Stores.Neo4j.Connection;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>The queries for Neo4j Browser, on the sample pages; and a graph that goes there and back.</summary>
[Collection(Neo4jGraphStoreTests.LiveServer)]
public sealed class BrowserQueryTests(Neo4jServer server)
{
    private static readonly string _folder = Path.Combine(Repository.Root, "cypher/queries");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_query_answers_on_the_sample_pages()
    {
        await using var store = await SamplesAsync();
        using var connection = new QueryApiConnection(Options(), NullLogger.Instance);
        var files = Directory.GetFiles(_folder, "*.cypher");
        foreach (var file in files)
        {
            var rows = await connection.ReadAsync(
                await File.ReadAllTextAsync(file, Cancellation), await ParametersAsync(connection, Path.GetFileName(file)), Cancellation);

            // Nobody of the samples comes to two events with the same other person.
            if (Path.GetFileName(file) != "co-attendance.cypher")
                rows.Should().NotBeEmpty(file);
        }

        files.Should().HaveCountGreaterThan(8);
    }

    [Fact]
    public async Task A_graph_that_is_copied_there_and_back_is_the_same()
    {
        await using var neo4j = await SamplesAsync();
        await using var sqlite = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
        await sqlite.OpenAsync(Cancellation);

        var there = await GraphCopy.CopyAsync(neo4j, sqlite, _ => { }, Cancellation);
        await server.EmptyAsync(Cancellation);
        var back = await GraphCopy.CopyAsync(sqlite, neo4j, _ => { }, Cancellation);

        there.Documents.Should().BePositive();
        back.Should().Be(there);
    }

    private static async Task<object> ParametersAsync(QueryApiConnection connection, string file)
    {
        var names = file switch
        {
            "attendees-of-an-event.cypher" => "MATCH (e:Event)<-[:ATTENDED]-() RETURN e.name, '' ORDER BY e.name LIMIT 1",
            "investors-of-a-project.cypher" => "MATCH (e)<-[:INVESTED_IN]-() RETURN e.name, '' ORDER BY e.name LIMIT 1",
            "evidence-of-a-fact.cypher" => "MATCH (a:Entity)-[:MET]-(b:Entity) RETURN a.name, b.name ORDER BY a.name LIMIT 1",
            _ => "MATCH (a:Person)-[:ATTENDED]->(:Event)<-[:ATTENDED]-(b:Person) RETURN a.name, b.name ORDER BY a.relationCount DESC, a.name, b.name LIMIT 1",
        };
        var found = (await connection.ReadAsync(names, new { }, Cancellation))[0];
        return new { name = found.Text(0), text = found.Text(0), from = found.Text(0), to = found.Text(1) };
    }

    private Neo4jGraphStoreOptions Options() => new() { Address = server.Address, User = server.User, Password = server.Password };

    private async Task<Neo4jGraphStore> SamplesAsync()
    {
        var store = new Neo4jGraphStore(Options());
        await store.OpenAsync(Cancellation);
        await server.EmptyAsync(Cancellation);
        var pages = PageFiles.Find([Path.Combine(Repository.Root, "src/KnowledgeGraph.Server/Samples")]);
        await foreach (var outcome in new IngestionPipeline(new Extractor(), store, TimeProvider.System).IngestAsync(pages, Cancellation))
            outcome.Graph.Should().NotBeNull();
        return store;
    }
}
