using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL;

/// <summary>One entry of <c>errors</c> in a response (section 7.1.6 of the specification).</summary>
public sealed class GraphQLError(string message, IReadOnlyList<Location> locations)
{
    public GraphQLError(string message, params IReadOnlyList<SyntaxNode> nodes)
        : this(message, (IReadOnlyList<Location>)[.. nodes.Select(node => node.Location)])
    {
    }

    public string Message { get; } = message;

    public IReadOnlyList<Location> Locations { get; } = locations;

    /// <summary>Where in the response the error lies: names of fields and indexes of lists. Null when it is not of one field.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>What kind of error it is, for programs: <c>extensions.code</c>.</summary>
    public string? Code { get; init; }

    public override string ToString() => Message;
}
