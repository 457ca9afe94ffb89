// Sends mutated inputs to everything that strangers can send bytes to:
//     dotnet run -c Release --project tests/KnowledgeGraph.Fuzz -- graphql --inputs 10000000 --seed 1
//     dotnet run -c Release --project tests/KnowledgeGraph.Fuzz -- extraction --inputs 1000000 --seed 1
using System.Diagnostics;
using KnowledgeGraph.Fuzz;

if (args is not [("graphql" or "extraction") and var what, ..])
{
    Console.Error.WriteLine("usage: KnowledgeGraph.Fuzz graphql|extraction [--inputs N] [--seed N]");
    return 2;
}

var inputs = Option("--inputs", 1_000_000);
var seed = Option("--seed", 1);
var targets = what == "graphql" ? FuzzTarget.OfGraphQL() : FuzzTarget.OfExtraction();
var faults = 0;
foreach (var target in targets)
{
    var run = new FuzzRun(target, seed);
    var began = Stopwatch.GetTimestamp();
    run.Run((inputs + targets.Count - 1) / targets.Count, TimeSpan.FromMilliseconds(what == "graphql" ? 50 : 500));
    Console.WriteLine($"{target.Name}: {(inputs + targets.Count - 1) / targets.Count} inputs in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {run.Faults.Count} faults");
    foreach (var (fault, example) in run.Faults)
        Console.WriteLine($"== {fault}\n{example}");
    faults += run.Faults.Count;
}

Console.WriteLine($"{inputs} inputs, seed {seed}, {faults} faults");
return faults == 0 ? 0 : 1;

int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], null) : otherwise;
