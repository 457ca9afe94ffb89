using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Several processes that write at once: each has a store of its own.</summary>
[Collection(Neo4jGraphStoreTests.LiveServer)]
public sealed class WritersTests(Neo4jServer server)
{
    private const int Writers = 8;
    private const int Pages = 48;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_writers_make_the_same_graph_as_one_whatever_they_write_correct_and_delete_meanwhile()
    {
        var stores = Enumerable.Range(0, Writers).Select(_ => server.CreateStore()).ToList();
        await Task.WhenAll(stores.Select(store => store.OpenAsync(Cancellation)));
        await server.EmptyAsync(Cancellation);

        // Neighbouring pages name the same persons and places; each writer has every eighth of them.
        await Task.WhenAll(stores.Select(async (store, writer) =>
        {
            foreach (var numbers in Enumerable.Range(0, Pages).Where(number => number % Writers == writer).Chunk(2))
            {
                await store.WriteAsync(new GraphBatch([.. numbers.Select(number => MadeUpArchive.Page(number))]), Cancellation);
                await store.WriteAsync(new GraphBatch([MadeUpArchive.Page(numbers[0], edition: 2)]), Cancellation);
                await store.DeleteDocumentAsync(MadeUpArchive.Page(numbers[1]).Document.Id, Cancellation);
            }
        }));

        await using var sqlite = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
        await sqlite.OpenAsync(Cancellation);
        var left = Enumerable.Range(0, Pages).Where(number => number / Writers % 2 == 0).Select(number => MadeUpArchive.Page(number, edition: 2)).ToList();
        await sqlite.WriteAsync(new GraphBatch(left), Cancellation);
        (await stores[0].CountAsync(Cancellation)).Should().BeEquivalentTo(await sqlite.CountAsync(Cancellation));
        (await GraphHash.OfAsync(stores[0], Cancellation)).Should().Be(await GraphHash.OfAsync(sqlite, Cancellation));
        (await server.ReadAsync("MATCH (n) WHERE NOT n:Migration|Change|ChangeCounter AND (n.lock IS NOT NULL OR NOT (n)--()) RETURN count(n)", Cancellation)).GetInt32().Should().Be(0);
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Eight_processes_that_start_at_once_bring_the_database_up_to_date_once()
    {
        var indexes = (await server.ReadAsync("SHOW INDEXES YIELD name WHERE name STARTS WITH 'evidence_' OR name STARTS WITH 'entity_' RETURN collect(name)", Cancellation)).EnumerateArray();
        foreach (var index in indexes.Select(name => name.GetString()!).Where(name => !name.EndsWith("_id", StringComparison.Ordinal)))
            await server.RunAsync($"DROP INDEX {index} IF EXISTS", Cancellation);
        await server.RunAsync("MATCH (m:Migration) DELETE m", Cancellation);

        var stores = Enumerable.Range(0, Writers).Select(_ => server.CreateStore()).ToList();
        await Task.WhenAll(stores.Select(store => store.OpenAsync(Cancellation)));

        var applied = (await server.ReadAsync("MATCH (m:Migration) RETURN collect(m.name)", Cancellation)).EnumerateArray().Select(name => name.GetString());
        applied.Should().BeEquivalentTo(Directory.GetFiles(Path.Combine(Repository.Root, "cypher"), "*.cypher").Select(Path.GetFileNameWithoutExtension));
        (await server.ReadAsync("SHOW INDEXES YIELD name, type WHERE type = 'FULLTEXT' RETURN count(*)", Cancellation)).GetInt32().Should().Be(2);
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Writers_that_take_the_same_source_from_each_other_leave_one_document()
    {
        var stores = Enumerable.Range(0, Writers).Select(_ => server.CreateStore()).ToList();
        await stores[0].OpenAsync(Cancellation);
        await server.EmptyAsync(Cancellation);
        var person = Some.Person("孟怀瑾");
        var gathering = Some.Event("2023江畔材料论坛");

        await Task.WhenAll(stores.Select((store, writer) => store.WriteAsync(
            new GraphBatch([Some.Document("page.txt", $"第{writer}版\n").Saying(RelationType.Attended, person, gathering).Build()]), Cancellation)));

        var count = await stores[0].CountAsync(Cancellation);
        (count.Documents, count.Evidence).Should().Be((1, 1));
        (await stores[0].FindEntitiesAsync([person.Id], Cancellation)).Values.Single().ArticleCount.Should().Be(1);
        foreach (var store in stores)
            await store.DisposeAsync();
    }
}
