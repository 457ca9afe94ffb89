using System.CommandLine;
using System.Text.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Hosting;
using Spectre.Console;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>stats</c>: how much is in a store.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var json = CommonOptions.Json("Print the counts as JSON.");
        var command = new Command("stats", "Count what is in the graph.") { store, json };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(store), result.GetValue(json), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string address, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        await using var store = await StoreAddress.OpenExistingAsync(address, cancellationToken);
        var statistics = await store.CountAsync(cancellationToken);
        var entities = Enum.GetValues<EntityType>().ToDictionary(type => $"{type}", type => statistics.Entities.GetValueOrDefault(type));
        var relations = Ontology.Relations.ToDictionary(definition => definition.Name, definition => statistics.Relations.GetValueOrDefault(definition.Type));
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new
            {
                documents = statistics.Documents,
                articles = statistics.Articles,
                mentions = statistics.Mentions,
                evidence = statistics.Evidence,
                entities,
                relations,
            }));
            return 0;
        }

        var table = new Table().AddColumns(new TableColumn("What"), new TableColumn("How many").RightAligned());
        foreach (var (name, count) in (KeyValuePair<string, long>[])
            [
                new("documents", statistics.Documents), new("articles", statistics.Articles), new("mentions", statistics.Mentions),
                new("statements", statistics.Evidence), .. entities, .. relations,
            ])
        {
            table.AddRow(name, $"{count}");
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table);
        return 0;
    }
}
