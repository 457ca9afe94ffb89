using System.CommandLine;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Worker;

var watch = new Option<DirectoryInfo>("--watch")
{
    Description = "The folder in which pages (.txt, .html) arrive. Read pages go to its subfolder 'done', unreadable ones with their reason to 'failed'.",
    HelpName = "FOLDER",
    Required = true,
};
var store = StoreOption.Create();
var root = new RootCommand("Watches a folder and reads each page that arrives into the graph.") { watch, store };
root.SetAction((result, cancellationToken) =>
    WorkerHost.RunAsync(result.GetRequiredValue(watch), result.GetRequiredValue(store), cancellationToken));

return await new Shell(Console.Out, Console.Error).RunAsync(root, args);
