// Compares this engine with graphql-js over generated schemas, documents and variables:
//     dotnet run -c Release --project tests/KnowledgeGraph.GraphQL.Differential -- --cases 100000 --seed 1
using KnowledgeGraph.GraphQL.Differential;

var cases = Option("--cases", 10_000);
var seed = Option("--seed", 1);
using var peer = Peer.Start();
if (peer is null)
{
    await Console.Error.WriteLineAsync(Peer.HowToGetIt);
    return 2;
}

var run = new DifferentialRun(peer, seed);
run.Run(cases);
Console.WriteLine($"{cases} cases, seed {seed}: {string.Join(", ", run.Stages.Select(stage => $"{stage.Value} {stage.Key}"))}");
foreach (var (choice, count) in run.Choices)
    Console.WriteLine($"{count} by choice: {choice}");
foreach (var (name, difference) in run.Differences.OrderByDescending(difference => difference.Value.Count))
    Console.WriteLine($"\n== {difference.Count} × {name}\n{difference.Example}");
Console.WriteLine($"{run.Differences.Values.Sum(difference => difference.Count)} differences of {run.Differences.Count} classes");
return run.Differences.Count == 0 ? 0 : 1;

int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], null) : otherwise;
