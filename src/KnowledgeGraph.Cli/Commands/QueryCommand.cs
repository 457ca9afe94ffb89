using System.CommandLine;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>query</c>: asks the graph in GraphQL.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("GRAPHQL") { Description = "The query, or @FILE to read it from a file." };
        return new Command("query", "Ask the graph in GraphQL and print the answer as JSON.") { query };
    }
}
