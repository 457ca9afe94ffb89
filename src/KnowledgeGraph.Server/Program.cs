using System.CommandLine;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Server;

var urls = new Option<string>("--urls")
{
    Description = "The addresses to listen at, parted by semicolons.",
    HelpName = "URLS",
    DefaultValueFactory = _ => "http://127.0.0.1:5000",
};
var store = StoreOption.Create();
var noSamples = new Option<bool>("--no-samples") { Description = "Leave an empty graph empty: do not read the sample pages into it." };
var root = new RootCommand("Serves the graph: GraphQL at /graphql, GraphiQL at /graphiql, a start page at /.") { urls, store, noSamples };
root.SetAction((result, cancellationToken) => ServerApplication.RunAsync(
    result.GetRequiredValue(urls), result.GetRequiredValue(store), withSamples: !result.GetValue(noSamples), cancellationToken));

return await new Shell(Console.Out, Console.Error).RunAsync(root, args);
