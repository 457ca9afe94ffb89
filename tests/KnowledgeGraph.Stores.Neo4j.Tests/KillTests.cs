using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Loads in the middle of which the server or the loader is killed. <c>KG_TEST_KILLS=200</c> kills as often.</summary>
public sealed class KillTests
{
    private const int Pages = 80;

    // Pages that the server has in an earlier edition before each load, which corrects them.
    private const int Corrected = 20;

    private static readonly int _kills = int.Parse(Environment.GetEnvironmentVariable("KG_TEST_KILLS") ?? "3", CultureInfo.InvariantCulture);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private enum Victim
    {
        /// <summary>The loader, which is then run again.</summary>
        Loader,

        /// <summary>The server. The loader, which says so and ends, is run again when the server is back.</summary>
        Server,

        /// <summary>The server, which comes back while a writer goes on trying, as the worker does.</summary>
        ServerOfAWorker,
    }

    [Fact]
    public async Task A_load_that_is_run_again_after_a_kill_makes_the_graph_of_an_undisturbed_one()
    {
        // What a killed loader has locked is free when the server finds its transaction idle.
        await using var server = await Neo4jServer.StartOwnAsync("server.queryapi.transaction_idle_timeout=2s");
        await using var store = server.CreateStore();
        await store.OpenAsync(Cancellation);
        var folder = Directory.CreateTempSubdirectory("knowledge-graph-archive-");
        var archive = await Archive.MakeAsync(folder.FullName);
        await PrepareAsync(server, store);
        var lasts = await LoadAsync(archive, server);
        var random = new Random(1);
        var brokenOff = 0;
        for (var kill = 1; kill <= _kills; kill++)
        {
            var victim = (Victim)(kill % 3);
            var moment = lasts * random.NextDouble();
            await PrepareAsync(server, store);
            if (victim == Victim.ServerOfAWorker)
                await KillUnderWorkerAsync(server, store, moment);
            else
                brokenOff += await KillUnderLoaderAsync(archive, server, victim, moment) ? 1 : 0;

            await SeeThatPagesAreWholeAsync(archive, server, store);
            lasts = await LoadAsync(archive, server);
            TestContext.Current.SendDiagnosticMessage($"{kill} killed, the {victim} after {moment.TotalSeconds:0.00} s; {brokenOff} loads were broken off.");
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Leaves the server with early editions of some pages.</summary>
    private static async Task PrepareAsync(Neo4jServer server, Neo4jGraphStore store)
    {
        await server.EmptyAsync(Cancellation);
        await store.WriteAsync(new GraphBatch([.. EarlyEditions()]), Cancellation);
    }

    private static IEnumerable<DocumentGraph> EarlyEditions() => Enumerable.Range(0, Corrected).Select(number => MadeUpArchive.Page(number));

    /// <summary>Loads the archive, and sees that the graph is the same as its own.</summary>
    /// <returns>How long it took.</returns>
    private static async Task<TimeSpan> LoadAsync(Archive archive, Neo4jServer server)
    {
        var began = Stopwatch.GetTimestamp();
        using var loader = new Loader(archive.Path, server);

        var (exitCode, said) = await loader.EndAsync(Cancellation);

        exitCode.Should().Be(0, said);
        said.Should().Contain(archive.Hash);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <returns>Whether the load was broken off by that.</returns>
    private static async Task<bool> KillUnderLoaderAsync(Archive archive, Neo4jServer server, Victim victim, TimeSpan moment)
    {
        using var loader = new Loader(archive.Path, server);
        await Task.Delay(moment, Cancellation);
        if (victim == Victim.Loader)
            loader.Kill();
        else
            await server.KillAsync();

        var (exitCode, said) = await loader.EndAsync(Cancellation);
        if (victim == Victim.Server)
        {
            if (exitCode != 0)
                said.Should().Contain("check the address and that the server runs");
            await server.StartAgainAsync();
        }

        return exitCode != 0;
    }

    private static async Task KillUnderWorkerAsync(Neo4jServer server, Neo4jGraphStore store, TimeSpan moment)
    {
        var writing = Task.Run(
            async () =>
            {
                foreach (var numbers in Enumerable.Range(0, Pages).Chunk(20))
                {
                    var batch = new GraphBatch([.. numbers.Select(number => MadeUpArchive.Page(number, edition: 2))]);
                    while (!await store.TryWriteAsync(batch, Cancellation))
                        await Task.Delay(100, Cancellation);
                }
            },
            Cancellation);
        await Task.Delay(moment, Cancellation);
        await server.KillAsync();
        await server.StartAgainAsync();
        await writing;
    }

    private static async Task SeeThatPagesAreWholeAsync(Archive archive, Neo4jServer server, Neo4jGraphStore store)
    {
        // What a killed loader had asked to commit is committed meanwhile, and what it had begun is given up.
        while ((await server.ReadAsync("SHOW TRANSACTIONS YIELD transactionId RETURN count(*)", Cancellation)).GetInt32() > 1)
            await Task.Delay(100, Cancellation);

        var documents = (await store.ListDocumentsAsync(new PageRequest(PageRequest.MaxFirst), Cancellation)).Values;

        documents.Where(document => !archive.Editions.Contains(DocumentFingerprint.Of(document))).Select(document => document.Document.Sources[0])
            .Should().BeEmpty("a page is there whole or not at all");
    }

    /// <summary>The pages that are loaded, in a file.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Hash">The hash of a graph that says what the file says.</param>
    /// <param name="Editions">The fingerprints of these pages and of their earlier editions.</param>
    private sealed record Archive(string Path, string Hash, HashSet<string> Editions)
    {
        public static async Task<Archive> MakeAsync(string folder)
        {
            var path = System.IO.Path.Combine(folder, "archive.db");
            await using var store = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = path });
            await store.OpenAsync(Cancellation);
            var pages = Enumerable.Range(0, Pages).Select(number => MadeUpArchive.Page(number, edition: 2)).ToList();
            await store.WriteAsync(new GraphBatch(pages), Cancellation);
            return new Archive(path, await GraphHash.OfAsync(store, Cancellation), [.. pages.Concat(EarlyEditions()).Select(DocumentFingerprint.Of)]);
        }
    }
}
