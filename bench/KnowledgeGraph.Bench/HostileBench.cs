using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.Bench;

/// <summary>Documents that are made to cost: how long it takes to take or to refuse them, under the default limits.</summary>
internal static class HostileBench
{
    private const int Rounds = 7;
    private const int Large = 10 << 20;

    private static readonly (string Name, string Document)[] _documents =
    [
        ("a field 10,000 times", $"{{ {Repeat("x ", 10_000)} }}"),
        ("an aliased object 3,000 times", $"{{ {Repeat("a: q { x } ", 3_000)} }}"),
        ("200 × 100 nested inline fragments", $"{{ {Repeat($"{Repeat("... { ", 100)} x {Repeat("} ", 100)}", 200)} }}"),
        ("60 fragments that triple each other", Fragments(60, next => $"a: q {{ ...F{next} }} a: q {{ ...F{next} }} b: q {{ ...F{next} }}")),
        ("1,999 fragments in a chain", Fragments(1_998, next => $"q {{ ...F{next} }}")),
        ("20,000 fragments in a chain", Fragments(20_000, next => $"q {{ ...F{next} }}")),
        ("1,000 operations on 900 fragments", $"{string.Concat(Enumerable.Range(0, 1_000).Select(number => $"query Q{number} {{ ...F0 }} "))}{Fragments(900, next => $"x ...F{next}")[10..]}"),
        ("a list 100,000 deep", $"{{ l(a: {Repeat("[", 100_000)}"),
        ("selections 100,000 deep", Repeat("{ q ", 100_000)),
        ("10 MB of opening braces", Repeat("{", Large)),
        ("10 MB of spaces", Repeat(" ", Large)),
        ("10 MB of a comment", $"#{Repeat("x", Large)}"),
        ("10 MB of a string", $"{{ t(a: \"{Repeat("x", Large)}\") }}"),
        ("10 MB of a number", $"{{ l(a: {Repeat("9", Large)}) }}"),
        ("1 MB of fields", $"{{ {Repeat("x ", 1 << 19)} }}"),
        ("1 MB of a string", $"{{ t(a: \"{Repeat("x", (1 << 20) - 100)}\") }}"),
    ];

    public static Command Command()
    {
        var command = new Command("hostile", "Time and memory to take or refuse documents that are made to cost.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var schema = Schema.FromSdl("type Query { x: Int q: Query l(a: [[Int]]): Int t(a: String): Int }", bind => bind.Query()
            .Field("x", _ => 1).Field("q", query => query).Field("l", _ => 1).Field("t", _ => 1));
        var executor = new GraphQLExecutor(schema, new GraphQLOptions { MaxCachedDocuments = 0 });
        Console.WriteLine("| document | outcome | MB | ms | ms a MB | allocated MB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, document) in _documents)
            Measure(executor, name, Encoding.UTF8.GetBytes(document));
    }

    private static void Measure(GraphQLExecutor executor, string name, byte[] document)
    {
        var times = new double[Rounds];
        IReadOnlyList<GraphQLError> errors = [];
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var began = Stopwatch.GetTimestamp();
            errors = executor.Prepare(document);
            times[round] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var median = times.Order().ElementAt(Rounds / 2);
        var megabytes = document.Length / (double)(1 << 20);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {(errors.Count == 0 ? "taken" : "refused")} | {megabytes:0.00} | {median:0.0} | {median / megabytes:0} | {allocated / (double)(1 << 20):0.0} |"));
    }

    private static string Fragments(int count, Func<int, string> body) =>
        $"{{ ...F0 }} {string.Concat(Enumerable.Range(0, count).Select(number => $"fragment F{number} on Query {{ {body(number + 1)} }} "))}fragment F{count} on Query {{ x }}";

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
