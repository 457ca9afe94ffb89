using System.CommandLine;

namespace KnowledgeGraph.Hosting;

/// <summary>The options that name a store.</summary>
public static class StoreOption
{
    private const string Kinds = "a file, or http://HOST:7474 for Neo4j (user and password from NEO4J_USER and NEO4J_PASSWORD)";

    /// <summary>The option <c>--store</c>, which every command takes.</summary>
    public static Option<string> Create() => new("--store")
    {
        Description = $"The graph: {Kinds}.",
        HelpName = "PATH-OR-URL",
        DefaultValueFactory = _ => StoreAddress.Default,
    };

    /// <summary>An option for one of several stores.</summary>
    public static Option<string> Create(string name, string what) => new(name) { Description = $"{what}: {Kinds}.", HelpName = "PATH-OR-URL", Required = true };
}
