using System.CommandLine;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Ingestion.Pages;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>extract</c>: says what pages say, a JSON file a page, without any store.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var pages = CommonOptions.Pages();
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for the files: NAME.json for a page NAME.txt. It is made where it is missing.",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Command("extract", "Extract entities and relations from pages into JSON files.") { pages, output };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(pages), result.GetRequiredValue(output), result.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, DirectoryInfo output, TextWriter errors, CancellationToken cancellationToken)
    {
        var files = PageFiles.Find(paths);
        var targets = Targets(files, output);
        CreateFolder(output);
        var extractor = new Extractor();
        var problems = new List<string>();
        await PageProgress.RunAsync("Extracting", files.Count, async pageDone =>
        {
            foreach (var (file, target) in files.Zip(targets))
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    var page = await PageFiles.ReadAsync(file, cancellationToken);
                    var text = PageReader.Read(page.Bytes, page.Name);
                    await WriteAsync(target, PageJson.Write(page.Name, extractor.Extract(text)), cancellationToken);
                }
                catch (Exception exception) when (exception is UnreadablePageException or PageSourceException)
                {
                    problems.Add(exception.Message);
                }

                pageDone();
            }
        });

        foreach (var problem in problems)
            errors.WriteLine(problem);

        return problems.Count == 0 ? 0 : Shell.Failed;
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
    private static async Task WriteAsync(string target, byte[] json, CancellationToken cancellationToken)
    {
        try
        {
            var part = target + ".part";
            await File.WriteAllBytesAsync(part, json, cancellationToken);
            File.Move(part, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{target}' cannot be written: {exception.Message}", exception);
        }
    }
}
