using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Bench;

/// <summary>How fast pages go into Neo4j: ours with one writer and with eight, and plain <c>UNWIND</c> of the same rows by the official JavaScript driver.</summary>
internal static class LoadBench
{
    // About a megabyte.
    private const int PagesABatch = 40;

    public static Command Command()
    {
        var relations = new Option<int>("--relations") { Description = "How many passages that state a fact are loaded.", DefaultValueFactory = _ => 200_000 };
        var writers = new Option<int>("--writers") { Description = "How many write at once in the run of many.", DefaultValueFactory = _ => 8 };
        var onlyOurs = new Option<bool>("--no-peers") { Description = "Leave the JavaScript driver out." };
        var command = new Command("load", "Loads made-up pages into Neo4j (that of KG_TEST_NEO4J, which is emptied, else one of its own) and says what it took.") { relations, writers, onlyOurs };
        command.SetAction((parse, cancellationToken) =>
            RunAsync(parse.GetValue(relations) / MadeUpArchive.FactsAPage, parse.GetValue(writers), !parse.GetValue(onlyOurs), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int pages, int writers, bool withPeers, CancellationToken cancellationToken)
    {
        await using var server = new Neo4jServer();
        await server.InitializeAsync();
        var database = await Database.OfAsync(server, cancellationToken);
        await using var store = new Neo4jGraphStore(new Neo4jGraphStoreOptions { Address = server.Address, User = server.User, Password = server.Password });
        await store.OpenAsync(cancellationToken);

        // The virtual machines of the server and of ours compile what they run often.
        await server.EmptyAsync(cancellationToken);
        await WriteAsync(store, Math.Min(pages, 2_000), writers: 2, cancellationToken);

        Console.WriteLine("| load | passages | facts | s | passages a s | processor of Neo4j, s | of the client, s |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var one = await MeasureAsync("KnowledgeGraph, one writer", writers: 1);
        if (withPeers)
        {
            var plain = await PlainAsync(server, database, store, cancellationToken);
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"One writer reaches {plain / one:0.00} of plain UNWIND."));
            Console.WriteLine();
        }

        var many = await MeasureAsync($"KnowledgeGraph, {writers} writers", writers);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writers} writers are {one / many:0.00} times as fast as one."));
        await server.EmptyAsync(cancellationToken);

        async Task<double> MeasureAsync(string name, int writers)
        {
            await server.EmptyAsync(cancellationToken);
            var (neo4j, client, began) = (database.ProcessorTime, Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
            await WriteAsync(store, pages, writers, cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await PrintAsync(
                name, store, seconds, (database.ProcessorTime - neo4j).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - client).TotalSeconds, cancellationToken);
            return seconds;
        }
    }

    private static Task WriteAsync(Neo4jGraphStore store, int pages, int writers, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, pages).Chunk(PagesABatch),
            new ParallelOptions { MaxDegreeOfParallelism = writers, CancellationToken = cancellationToken },
            async (numbers, token) => await store.WriteAsync(new GraphBatch([.. numbers.Select(number => MadeUpArchive.Page(number))]), token));

    /// <summary>Lets the JavaScript driver read what is there, then empties the database and lets it write the same.</summary>
    private static async Task<double> PlainAsync(Neo4jServer server, Database database, Neo4jGraphStore store, CancellationToken cancellationToken)
    {
        var statistics = await store.CountAsync(cancellationToken);
        var start = new ProcessStartInfo("node", ["--max-old-space-size=6000", "unwind.mjs", database.Bolt]) { WorkingDirectory = Peers.Install(), RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["NEO4J_USER"] = server.User;
        start.Environment["NEO4J_PASSWORD"] = server.Password;
        using var node = Process.Start(start)!;
        await node.StandardOutput.ReadLineAsync(cancellationToken);
        await server.EmptyAsync(cancellationToken);
        var before = database.ProcessorTime;
        await node.StandardInput.WriteLineAsync("write");
        var answer = await node.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The JavaScript driver could not load: see what it says above.");
        var outcome = JsonSerializer.Deserialize<JsonElement>(answer);
        var seconds = outcome.GetProperty("seconds").GetDouble();
        await PrintAsync(
            "plain UNWIND, neo4j-driver", store, seconds, (database.ProcessorTime - before).TotalSeconds, outcome.GetProperty("processor").GetDouble(), cancellationToken);
        if (Text(await store.CountAsync(cancellationToken)) != Text(statistics))
            throw new InvalidOperationException("The JavaScript driver did not write the same.");

        return seconds;

        static string Text(GraphStatistics count) =>
            $"{count.Documents} {count.Articles} {count.Mentions} {count.Evidence} {string.Join(' ', count.Entities.OrderBy(pair => pair.Key))} {string.Join(' ', count.Relations.OrderBy(pair => pair.Key))}";
    }

    private static async Task PrintAsync(string name, Neo4jGraphStore store, double seconds, double server, double client, CancellationToken cancellationToken)
    {
        var count = await store.CountAsync(cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {count.Evidence} | {count.Relations.Values.Sum()} | {seconds:0.0} | {count.Evidence / seconds:0} | {server:0.0} | {client:0.0} |"));
    }

    /// <summary>The server's process and its other port.</summary>
    private sealed record Database(int Process, string Bolt)
    {
        public TimeSpan ProcessorTime => ServerProcess.ProcessorTimeOf(Process);

        public static async Task<Database> OfAsync(Neo4jServer server, CancellationToken cancellationToken)
        {
            var name = await server.ReadAsync("CALL dbms.queryJmx('java.lang:type=Runtime') YIELD attributes RETURN attributes.Name.value", cancellationToken);
            using var http = new HttpClient();
            var ports = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(server.Address, cancellationToken));
            return new Database(int.Parse(name.GetString()!.Split('@')[0], CultureInfo.InvariantCulture), ports.GetProperty("bolt_direct").GetString()!);
        }
    }
}
