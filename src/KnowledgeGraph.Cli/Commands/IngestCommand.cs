using System.CommandLine;
using System.Text.Json;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Ingestion;
using KnowledgeGraph.Ingestion.Pages;
using KnowledgeGraph.LanguageModel;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>ingest</c>: reads pages into a store.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var pages = CommonOptions.Pages();
        var store = StoreOption.Create();
        var json = CommonOptions.Json("Print the outcome as JSON: pages written, unchanged and rejected.");
        var command = new Command("ingest", "Read pages into the graph. The same page again changes nothing; a corrected page replaces what it said before.")
        {
            pages, store, json,
        };
        var languageModel = new LanguageModelOptions();
        languageModel.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var reader = languageModel.Create(result);
            return await RunAsync(result.GetRequiredValue(pages), result.GetRequiredValue(store), result.GetValue(json), reader, result.InvocationConfiguration, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string address, bool json, LanguageModelReader? languageModel, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var files = PageFiles.Find(paths);
        await using var store = await StoreAddress.OpenAsync(address, cancellationToken);
        var pipeline = new IngestionPipeline(new Extractor(), store, TimeProvider.System, languageModel);
        var outcomes = new List<PageOutcome>();
        await PageProgress.RunAsync("Ingesting", files.Count, async pageDone =>
        {
            await foreach (var outcome in pipeline.IngestAsync(files, cancellationToken))
            {
                outcomes.Add(outcome);
                pageDone();
            }
        });

        var rejected = outcomes.Where(outcome => outcome.Graph is null).ToList();
        foreach (var outcome in rejected)
            console.Error.WriteLine(outcome.Problem);

        LanguageModelOptions.Report(languageModel, console.Error);
        var written = outcomes.Count(outcome => outcome.IsChange);
        var unchanged = outcomes.Count - written - rejected.Count;
        var evidence = outcomes.Sum(outcome => outcome.Graph?.Evidence.Count ?? 0);
        console.Output.WriteLine(json
            ? JsonSerializer.Serialize(new { written, unchanged, rejected = rejected.Count, evidence })
            : $"{written} written, {unchanged} unchanged, {rejected.Count} rejected; {evidence} statements.");
        return rejected.Count == 0 ? 0 : Shell.Failed;
    }
}
