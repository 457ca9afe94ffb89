using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.ConformanceHost;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.Validation;

namespace KnowledgeGraph.Bench;

/// <summary>How long it takes from a document to a plan: one that is kept, and one that was never seen.</summary>
internal static class PlanBench
{
    private const int Rounds = 60;
    private const int DocumentsARound = 500;

    public static Command Command()
    {
        var command = new Command("plan", "Time from a document of 1 KB to its plan.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var kept = BenchService.Immediate();
        var never = new GraphQLExecutor(kept.Schema, new GraphQLOptions { MaxCachedDocuments = 0 });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A document of {Document(0).Length} bytes, median of {Rounds} rounds:"));
        Print("kept", _ => Document(0), document => kept.Prepare(document));
        Print("new", Document, document => never.Prepare(document));
        Print("  of that, parsing", Document, document => DocumentNode.Parse(document.Span));
        Print("  parsing and validation", Document, document => Validator.Validate(never.Schema, DocumentNode.Parse(document.Span)));
    }

    private static void Print(string name, Func<int, ReadOnlyMemory<byte>> make, Action<ReadOnlyMemory<byte>> act)
    {
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var documents = Enumerable.Range(round * DocumentsARound, DocumentsARound).Select(make).ToList();
            var began = Stopwatch.GetTimestamp();
            foreach (var document in documents)
                act(document);
            times[round] = Stopwatch.GetElapsedTime(began).TotalMicroseconds / DocumentsARound;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {times.Order().ElementAt(Rounds / 2):0.00} µs"));
    }

    private static ReadOnlyMemory<byte> Document(int number)
    {
        var text = new StringBuilder($"query Q{number} {{ ");
        for (var i = 0; i < 9; i++)
            text.Append(CultureInfo.InvariantCulture, $"a{i}: person(id: \"nobody\") {{ id name age city friends(first: 3) {{ id name email ...F }} }} ");
        text.Append("people(first: 10) { id name age city email friends(first: 2) { id name } } ");
        return Encoding.UTF8.GetBytes(text.Append("} fragment F on Person { name friends(first: 2) { id ...G } } fragment G on Person { email city }").ToString());
    }
}
