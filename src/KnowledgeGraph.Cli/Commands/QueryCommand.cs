using System.CommandLine;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>query</c>: asks the graph in GraphQL.</summary>
internal static class QueryCommand
{
    public static Command Create() => new("query", "Ask the graph in GraphQL.");
}
