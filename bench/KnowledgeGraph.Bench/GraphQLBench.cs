using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using KnowledgeGraph.GraphQL.ConformanceHost;

namespace KnowledgeGraph.Bench;

/// <summary>What GraphQL costs over an endpoint written by hand, here and elsewhere: processor time of the server a request.</summary>
internal static class GraphQLBench
{
    private const string Ours = "KnowledgeGraph";
    private const string HandCoded = "written by hand";

    private static readonly (string Name, string Query)[] _operations =
    [
        ("hello", "{ hello }"),
        ("one", "{ person(id: \"p7\") { id name friends(first: 10) { id name } } }"),
        ("deep", "{ people(first: 50) { id name friends(first: 10) { id name friends(first: 10) { id name } } } }"),
        ("list", "{ people(first: 1000) { id name age city email } }"),
    ];

    public static Command Command()
    {
        var seconds = new Option<double>("--seconds") { Description = "How long each of the five runs is.", DefaultValueFactory = _ => 2 };
        var noPeers = new Option<bool>("--no-peers") { Description = "Measure ours and the endpoint written by hand alone." };
        var command = new Command("graphql", "Processor time of the server a request, for four operations.") { seconds, noPeers };
        command.SetAction((parse, cancellationToken) => RunAsync(TimeSpan.FromSeconds(parse.GetValue(seconds)), !parse.GetValue(noPeers), cancellationToken));
        return command;
    }

    private static async Task RunAsync(TimeSpan run, bool withPeers, CancellationToken cancellationToken)
    {
        var measured = new List<(string Server, string Operation, double[] Costs)>();
        var answers = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var host = typeof(BenchService).Assembly.Location;
        using (var ours = await StartAsync("dotnet", [host, "--urls", "http://127.0.0.1:18080"], Path.GetDirectoryName(host)!, 18080))
        {
            await MeasureAsync(ours, HandCoded, name => $"/hand-coded/{name}");
            await MeasureAsync(ours, Ours, _ => "/graphql");
            await MeasureAsync(ours, $"{Ours}, batched", _ => "/graphql-batched");
        }

        if (withPeers)
        {
            var folder = Peers.Install();
            foreach (var (name, script, mode) in ((string, string, string)[])
                [("mercurius with JIT", "mercurius.mjs", ""), ("mercurius with JIT, DataLoader", "mercurius.mjs", "batched"),
                 ("Apollo Server", "apollo.mjs", ""), ("Apollo Server, DataLoader", "apollo.mjs", "batched")])
            {
                using var peer = await StartAsync("node", [script, "18081", mode], folder, 18081);
                await MeasureAsync(peer, name, _ => script == "apollo.mjs" ? "/" : "/graphql");
            }
        }

        Print(measured);

        Task<ServerProcess> StartAsync(string program, string[] arguments, string folder, int port) =>
            ServerProcess.StartAsync(program, arguments, folder, port, cancellationToken);

        async Task MeasureAsync(ServerProcess server, string name, Func<string, string> path)
        {
            foreach (var (operation, query) in _operations)
            {
                Console.Error.WriteLine($"{name}: {operation}");
                var body = new JsonObject { ["query"] = query }.ToJsonString();
                Check(name, operation, JsonNode.Parse(await Load.AskAsync(server, path(operation), body, cancellationToken))!);
                measured.Add((name, operation, await Load.MeasureAsync(server, path(operation), body, 2 * run, run, runs: 5, cancellationToken)));
            }
        }

        void Check(string name, string operation, JsonNode answer)
        {
            if (!answers.TryAdd(operation, answer) && !JsonNode.DeepEquals(answers[operation], answer))
                throw new InvalidOperationException($"{name} answers '{operation}' otherwise than the others.");
        }
    }

    private static void Print(List<(string Server, string Operation, double[] Costs)> measured)
    {
        Console.WriteLine("Processor time of the server, µs a request: median of five runs (least to most), and as a multiple of the endpoint written by hand.");
        Console.WriteLine();
        Console.WriteLine($"| server | {string.Join(" | ", _operations.Select(operation => operation.Name))} |");
        Console.WriteLine($"|---|{string.Concat(_operations.Select(_ => "---|"))}");
        var floor = measured.Where(row => row.Server == HandCoded).ToDictionary(row => row.Operation, row => Median(row.Costs));
        foreach (var server in measured.GroupBy(row => row.Server))
        {
            var cells = server.Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{Median(row.Costs):0.#} ({row.Costs.Min():0.#}–{row.Costs.Max():0.#}) {Median(row.Costs) / floor[row.Operation]:0.00} ×"));
            Console.WriteLine($"| {server.Key} | {string.Join(" | ", cells)} |");
        }
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
