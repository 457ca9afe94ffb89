namespace KnowledgeGraph.GraphQL.Language;

/// <summary>A document breaks off: it is not in the grammar, or goes over a limit of <see cref="ParserOptions"/>.</summary>
public sealed class GraphQLSyntaxException(string message, Location location) : Exception(message)
{
    public Location Location { get; } = location;

    /// <summary>The same as an error of a response.</summary>
    public GraphQLError ToError() => new(Message, [Location]) { Code = "GRAPHQL_PARSE_FAILED" };
}
