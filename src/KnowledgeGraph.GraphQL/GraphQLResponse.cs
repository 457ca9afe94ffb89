using System.Text;
using KnowledgeGraph.GraphQL.Execution;

namespace KnowledgeGraph.GraphQL;

/// <summary>How far a request came.</summary>
public enum ResponseKind
{
    /// <summary>The operation was executed; single fields may have failed.</summary>
    Executed,

    /// <summary>The request was wrong and nothing was executed: the response has no <c>data</c>.</summary>
    RequestError,

    /// <summary>A mutation came where only queries are allowed; nothing was executed.</summary>
    MutationNotAllowed,
}

/// <summary>The answer to a request: one JSON object in UTF-8. Dispose it to give its memory back.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly ResponseWriter _writer;

    internal GraphQLResponse(ResponseKind kind, ResponseWriter writer, bool hasErrors)
    {
        Kind = kind;
        _writer = writer;
        HasErrors = hasErrors;
    }

    public ResponseKind Kind { get; }

    public bool HasErrors { get; }

    /// <summary>The response as JSON, until it is disposed.</summary>
    public ReadOnlyMemory<byte> Json => _writer.Written;

    public override string ToString() => Encoding.UTF8.GetString(Json.Span);

    public void Dispose() => _writer.Dispose();
}
