using System.CommandLine;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Server;

var urls = new Option<string>("--urls")
{
    Description = "The addresses to listen at, parted by semicolons.",
    HelpName = "URLS",
    DefaultValueFactory = _ => new ServerSettings().Urls,
};
var store = StoreOption.Create();
var noSamples = new Option<bool>("--no-samples") { Description = "Leave an empty graph empty: do not read the sample pages into it." };
var allowOrigin = new Option<string[]>("--allow-origin") { Description = "An origin whose pages may ask, such as https://example.org. May be given several times.", HelpName = "ORIGIN" };
var trusted = new Option<string?>("--trusted-documents") { Description = "A manifest of GraphQL documents that clients may name instead of sending them.", HelpName = "FILE" };
var onlyTrusted = new Option<bool>("--only-trusted-documents") { Description = "Answer no other documents than these." };
var maxCost = new Option<double>("--max-cost")
{
    Description = "What an operation may cost: the calls for its fields, and the objects it can give.",
    HelpName = "NUMBER",
    DefaultValueFactory = _ => new ServerSettings().MaxCost,
};
var index = new Option<string>("--index")
{
    Description = "Whether questions walk along relations in memory: 'auto' is 'on' for a file and 'off' for Neo4j.",
    HelpName = "on|off|auto",
    DefaultValueFactory = _ => "auto",
};
index.AcceptOnlyFromAmong("on", "off", "auto");
var root = new RootCommand("Serves the graph: GraphQL at /graphql, GraphiQL at /graphiql, a start page at /.")
{
    urls, store, noSamples, allowOrigin, trusted, onlyTrusted, maxCost, index,
};
root.SetAction((result, cancellationToken) => ServerApplication.RunAsync(
    result.GetRequiredValue(store),
    new ServerSettings
    {
        Urls = result.GetRequiredValue(urls),
        WithSamples = !result.GetValue(noSamples),
        AllowedOrigins = result.GetValue(allowOrigin) ?? [],
        TrustedDocuments = result.GetValue(trusted),
        OnlyTrustedDocuments = result.GetValue(onlyTrusted),
        MaxCost = result.GetValue(maxCost),
        UseIndex = result.GetValue(index) switch
        {
            "on" => true,
            "off" => false,
            _ => StoreAddress.IsFile(result.GetRequiredValue(store)),
        },
    },
    cancellationToken));

return await new Shell(Console.Out, Console.Error).RunAsync(root, args);
