using System.CommandLine;
using System.Globalization;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Evaluation;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Ingestion.Pages;
using Spectre.Console;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>eval</c>: how well annotated pages are read.</summary>
/// <remarks>The gold file of NAME.txt is NAME.json beside it; of a second version of a page, NAME.VERSION.txt, it is NAME.json too.</remarks>
internal static class EvalCommand
{
    public static Command Create()
    {
        var pages = CommonOptions.Pages();
        var errors = new Option<bool>("--errors") { Description = "List what was missed and what was wrong." };
        var command = new Command("eval", "Extract annotated pages and print precision, recall and F1 for each type.") { pages, errors };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(pages), result.GetValue(errors), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, bool errors, TextWriter output, CancellationToken cancellationToken)
    {
        var pairs = PageFiles.Find(paths).Select(page => (Page: page, Gold: GoldOf(page))).Where(pair => pair.Gold is not null).ToList();
        if (pairs.Count == 0)
            throw new UserException("There is no annotated page: beside a page NAME.txt, NAME.json says what is to be found in it.");

        var extractor = new Extractor();
        var sheets = new SortedDictionary<string, ScoreSheet>(StringComparer.Ordinal);
        var total = new ScoreSheet();
        await PageProgress.RunAsync("Reading", pairs.Count, async pageDone =>
        {
            foreach (var (file, gold) in pairs)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var page = await PageFiles.ReadAsync(file, cancellationToken);
                var found = extractor.Extract(PageReader.Read(page.Bytes, page.Name));
                var sheet = (await ScorerAsync(gold!, cancellationToken)).Score(found);
                if (errors)
                    await WriteErrorsAsync(output, file, sheet);

                var folder = Path.GetFileName(Path.GetDirectoryName(file))!;
                if (!sheets.TryGetValue(folder, out var own))
                    sheets[folder] = own = new ScoreSheet();

                own.Add(sheet);
                total.Add(sheet);
                pageDone();
            }
        });

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(Table(sheets, total));
        return 0;
    }

    private static string? GoldOf(string page)
    {
        var name = Path.ChangeExtension(page, null);
        return ((string[])[name + ".json", Path.ChangeExtension(name, ".json")]).FirstOrDefault(File.Exists);
    }

    private static async Task<PageScorer> ScorerAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new PageScorer(GoldPage.Parse(await File.ReadAllBytesAsync(file, cancellationToken)));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{file}': {exception.Message}", exception);
        }
    }

    private static async Task WriteErrorsAsync(TextWriter output, string file, ScoreSheet sheet)
    {
        await output.WriteLineAsync($"{Path.GetFileName(file)}: {sheet.Errors.Count} errors");
        foreach (var error in sheet.Errors)
            await output.WriteLineAsync($"  {error}");
    }

    private static Table Table(SortedDictionary<string, ScoreSheet> sheets, ScoreSheet total)
    {
        var table = new Table().AddColumn("What");
        foreach (var column in (string[])["Precision", "Recall", "F1", "Predicted", "Required"])
            table.AddColumn(new TableColumn(column).RightAligned());

        foreach (var (folder, sheet) in sheets.Where(_ => sheets.Count > 1))
        {
            AddRow(table, $"{folder}: entities", sheet.Entities);
            AddRow(table, $"{folder}: relations", sheet.Relations);
        }

        AddRow(table, "entities", total.Entities);
        AddRow(table, "relations", total.Relations);
        AddRow(table, "titles", total.Titles);
        foreach (var (type, tally) in total.EntityTypes)
            AddRow(table, $"{type}", tally);

        foreach (var (type, tally) in total.RelationTypes)
            AddRow(table, Ontology.Of(type).Name, tally);

        return table;
    }

    private static void AddRow(Table table, string name, Tally tally) => table.AddRow(
        Markup.Escape(name), Share(tally.Precision), Share(tally.Recall), Share(tally.F1), $"{tally.Predicted}", $"{tally.Required}");

    private static string Share(double share) => share.ToString("F3", CultureInfo.InvariantCulture);
}
