using System.CommandLine;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Ingestion.Pages;
using KnowledgeGraph.LanguageModel;

namespace KnowledgeGraph.Hosting;

/// <summary>Runs a command line: answers go to standard output, everything else to standard error, and the outcome is the exit code.</summary>
public sealed class Shell(TextWriter output, TextWriter errors)
{
    /// <summary>Something could not be done; what else was asked for is done.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>The user stopped it (128 + SIGINT).</summary>
    public const int Stopped = 130;

    /// <remarks>What a user can put right is said in one line: what the store and the files say, and what is thrown as <see cref="UserException"/>.</remarks>
    public async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            errors.WriteLine($"{string.Join(' ', parsed.Errors.Select(error => error.Message))} Try --help.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is GraphStoreException or PageSourceException or LanguageModelException or UserException)
        {
            errors.WriteLine(exception.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Stopped.");
            return Stopped;
        }
    }
}
