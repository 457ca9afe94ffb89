using System.CommandLine;
using KnowledgeGraph.Cli.Explaining;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Ingestion.Pages;
using KnowledgeGraph.LanguageModel;
using Spectre.Console;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>extract</c>: says what pages say, a JSON file a page, without any store; and what in them says so.</summary>
internal static class ExtractCommand
{
    private const int WidthOfFiles = 200;

    public static Command Create()
    {
        var pages = CommonOptions.Pages();
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for the files: NAME.json for a page NAME.txt. It is made where it is missing.",
            HelpName = "DIR",
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "Show each page with what was found in it, which rule or model found it and on what words; with --output, as NAME.html too.",
        };
        var command = new Command("extract", "Extract entities and relations from pages into JSON files.") { pages, output, explain };
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is null && result.GetResult(explain) is null)
                result.AddError("Give --output DIR for JSON files, or --explain to see what was found, or both.");
        });
        var languageModel = new LanguageModelOptions();
        languageModel.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var reader = languageModel.Create(result);
            return await RunAsync(
                result.GetRequiredValue(pages), result.GetValue(output), result.GetValue(explain) ? result.InvocationConfiguration.Output : null, reader, result.InvocationConfiguration.Error, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, DirectoryInfo? output, TextWriter? explanations, LanguageModelReader? languageModel, TextWriter errors, CancellationToken cancellationToken)
    {
        var files = PageFiles.Find(paths);
        var targets = output is null ? [] : Targets(files, output);
        if (output is not null)
            CreateFolder(output);

        var extractor = new Extractor();
        var problems = new List<string>();
        var console = explanations is null ? null : ConsoleOn(explanations);
        await PageProgress.RunAsync("Extracting", console is null ? files.Count : 0, async pageDone =>
        {
            for (var i = 0; i < files.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    var page = await PageFiles.ReadAsync(files[i], cancellationToken);
                    var found = extractor.Extract(PageReader.Read(page.Bytes, page.Name));
                    if (languageModel is not null)
                        found = await languageModel.ReadAsync(found, cancellationToken);

                    if (console is not null)
                        TerminalExplanation.Write(console, page.Name, found);

                    if (output is not null)
                        await WriteAsync(targets[i], PageJson.Write(page.Name, found), cancellationToken);

                    if (output is not null && console is not null)
                        await WriteAsync(Path.ChangeExtension(targets[i], ".html"), HtmlExplanation.Write(page.Name, found), cancellationToken);
                }
                catch (Exception exception) when (exception is UnreadablePageException or PageSourceException)
                {
                    problems.Add(exception.Message);
                }

                pageDone();
            }
        });

        LanguageModelOptions.Report(languageModel, errors);
        foreach (var problem in problems)
            errors.WriteLine(problem);

        return problems.Count == 0 ? 0 : Shell.Failed;
    }

    // Into a file or a pipe there go no colours, and lines are as long as they are.
    private static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var isTerminal = output == Console.Out && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No });
        if (!isTerminal)
            console.Profile.Width = WidthOfFiles;

        return console;
    }

    private static List<string> Targets(IReadOnlyList<string> files, DirectoryInfo output)
    {
        var targets = files.Select(file => Path.Combine(output.FullName, Path.GetFileNameWithoutExtension(file) + ".json")).ToList();
        var twice = targets.GroupBy(target => target, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? targets
            : throw new UserException($"Several pages would be written to '{twice.Key}': extract them into different folders.");
    }

    private static void CreateFolder(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The folder '{folder}' cannot be made: {exception.Message}", exception);
        }
    }

    /// <summary>Writes beside the target first, so that a broken run leaves no half file.</summary>
    private static async Task WriteAsync(string target, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var part = target + ".part";
            await File.WriteAllBytesAsync(part, content, cancellationToken);
            File.Move(part, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{target}' cannot be written: {exception.Message}", exception);
        }
    }
}
