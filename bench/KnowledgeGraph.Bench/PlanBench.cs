using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.ConformanceHost;

namespace KnowledgeGraph.Bench;

/// <summary>How long it takes from a document to a plan: one that is known, and one that is new.</summary>
internal static class PlanBench
{
    public static Command Command()
    {
        var command = new Command("plan", "Time to answer a document of 1 KB that is kept, and one that was never seen.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task RunAsync(CancellationToken cancellationToken)
    {
        // Nothing is found, so that next to nothing is executed.
        var kept = BenchService.Immediate();
        var never = new GraphQLExecutor(kept.Schema, new GraphQLOptions { MaxCachedDocuments = 0 });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"document: {Encoding.UTF8.GetByteCount(Document(0))} bytes"));
        var known = await MedianAsync(kept, _ => Document(0), cancellationToken);
        var cold = await MedianAsync(never, Document, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kept: {known:0.00} µs, new: {cold:0.00} µs"));
    }

    private static async Task<double> MedianAsync(GraphQLExecutor executor, Func<int, string> document, CancellationToken cancellationToken)
    {
        const int Rounds = 40;
        const int Requests = 500;
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var requests = Enumerable.Range(0, Requests).Select(number => GraphQLRequest.FromText(document((round * Requests) + number))).ToList();
            var began = Stopwatch.GetTimestamp();
            foreach (var request in requests)
            {
                using var response = await executor.ExecuteAsync(request, cancellationToken);
            }

            times[round] = Stopwatch.GetElapsedTime(began).TotalMicroseconds / Requests;
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static string Document(int number)
    {
        var text = new StringBuilder($"query Q{number} {{ ");
        for (var i = 0; i < 9; i++)
            text.Append(CultureInfo.InvariantCulture, $"a{i}: person(id: \"nobody\") {{ id name age city friends(first: 3) {{ id name email ...F }} }} ");
        return text.Append("} fragment F on Person { name friends(first: 2) { id ...G } } fragment G on Person { email city }").ToString();
    }
}
