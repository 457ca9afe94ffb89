using System.Globalization;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Writing over a line on which requests meet faults. <c>KG_TEST_FAULTS=500</c> lets it meet as many.</summary>
[Collection(Neo4jGraphStoreTests.LiveServer)]
public sealed class FaultyLineTests(Neo4jServer server)
{
    private static readonly int _faults = int.Parse(Environment.GetEnvironmentVariable("KG_TEST_FAULTS") ?? "24", CultureInfo.InvariantCulture);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_to_requests_each_page_is_written_once()
    {
        await using var direct = server.CreateStore();
        await direct.OpenAsync(Cancellation);
        await server.EmptyAsync(Cancellation);
        var kinds = Enum.GetValues<LineFault>();

        // A write is shorter than this, so that it gets through between two faults, which meet it at ever other steps.
        const int Apart = 31;
        using var line = new FaultyLine(server.Address, (request, _) => request % Apart == 0 ? kinds[request / Apart % kinds.Length] : null);
        var options = new Neo4jGraphStoreOptions
        {
            Address = line.Address,
            User = server.User,
            Password = server.Password,
            AnswerTimeout = TimeSpan.FromSeconds(2),
            TransactionTimeout = TimeSpan.FromSeconds(3),
        };
        var log = new CountingLog();
        await using var store = new Neo4jGraphStore(options, log);
        await using var sqlite = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
        await sqlite.OpenAsync(Cancellation);
        var thrown = 0;
        for (var page = 0; line.Faults < _faults; page++)
        {
            var batch = new GraphBatch([MadeUpArchive.Page(page)]);
            await sqlite.WriteAsync(batch, Cancellation);
            while (!await store.TryWriteAsync(batch, Cancellation))
                thrown++;
        }

        (log.Warnings + thrown).Should().BeGreaterThanOrEqualTo(line.Faults, "a fault is logged where it is tried again, else thrown");
        (await direct.CountAsync(Cancellation)).Should().BeEquivalentTo(await sqlite.CountAsync(Cancellation));
        (await GraphHash.OfAsync(direct, Cancellation)).Should().Be(await GraphHash.OfAsync(sqlite, Cancellation));
    }
}
