namespace KnowledgeGraph.GraphQL;

/// <summary>An error that the one who asks may see. Any other exception of a resolver reaches them only as an internal error.</summary>
/// <param name="message">What is wrong, and what to do about it.</param>
/// <param name="code">What kind of error it is, for programs: <c>extensions.code</c>.</param>
public sealed class GraphQLException(string message, string code = "BAD_REQUEST") : Exception(message)
{
    public string Code { get; } = code;
}
