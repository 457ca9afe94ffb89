using System.CommandLine;

namespace KnowledgeGraph.Hosting;

/// <summary>The option <c>--store</c>, which every command takes.</summary>
public static class StoreOption
{
    public static Option<string> Create() => new("--store")
    {
        Description = "The graph: a file, or http://HOST:7474 for Neo4j (user and password from NEO4J_USER and NEO4J_PASSWORD).",
        HelpName = "PATH-OR-URL",
        DefaultValueFactory = _ => StoreAddress.Default,
    };
}
