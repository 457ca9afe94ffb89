using Spectre.Console;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Shows how far work over many pages is: a bar on a terminal, nothing where standard error goes to a file.</summary>
internal static class PageProgress
{
    private const int WorthShowing = 3;

    public static async Task RunAsync(string title, int pages, Func<Action, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || pages < WorthShowing)
        {
            await work(() => { });
            return;
        }

        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(title, maxValue: pages);
                await work(() => task.Increment(1));
            });
    }
}
