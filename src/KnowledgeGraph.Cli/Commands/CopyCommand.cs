using System.CommandLine;
using System.Text.Json;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Hosting;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>copy</c>: moves a graph from one store to another.</summary>
internal static class CopyCommand
{
    public static Command Create()
    {
        var from = StoreOption.Create("--from", "The graph to copy");
        var to = StoreOption.Create("--to", "Where to copy it");
        var json = CommonOptions.Json("Print the outcome as JSON: documents, written, others and the hash.");
        var command = new Command("copy", "Copy a graph into another store, and check that both say the same. A copy that broke off is begun again.") { from, to, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(from), result.GetRequiredValue(to), result.GetValue(json), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string from, string to, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        if (from == to)
            throw new UserException($"'{from}' is named twice: give another store with --to.");

        await using var source = await StoreAddress.OpenExistingAsync(from, cancellationToken);
        await using var target = await StoreAddress.OpenAsync(to, cancellationToken);
        var total = (await source.CountAsync(cancellationToken)).Documents;
        CopyOutcome? outcome = null;
        await PageProgress.RunAsync("Copying", checked((int)total), async done => outcome = await GraphCopy.CopyAsync(
            source,
            target,
            count =>
            {
                for (var i = 0; i < count; i++)
                    done();
            },
            cancellationToken));

        output.WriteLine(json
            ? JsonSerializer.Serialize(new { documents = outcome!.Documents, written = outcome.Written, others = outcome.Others, hash = outcome.Hash })
            : $"{outcome!.Documents} documents, {outcome.Written} of them written; {Verdict(outcome)}");
        return 0;
    }

    private static string Verdict(CopyOutcome outcome) => outcome.Hash is null
        ? $"the target holds {outcome.Others} others, so the graphs are not compared."
        : $"both graphs have the hash {outcome.Hash}.";
}
