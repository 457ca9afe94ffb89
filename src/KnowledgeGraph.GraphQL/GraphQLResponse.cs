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

/// <summary>The answer to a request, or a part of it: one JSON object in UTF-8. Dispose it to give its memory back.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly ResponseWriter _writer;

    private GraphQLResponse(ResponseKind kind, ResponseWriter writer, bool hasErrors, bool hasNext)
    {
        Kind = kind;
        _writer = writer;
        HasErrors = hasErrors;
        HasNext = hasNext;
    }

    public ResponseKind Kind { get; }

    public bool HasErrors { get; }

    /// <summary>Whether it is a part of an incremental response and another follows.</summary>
    public bool HasNext { get; }

    /// <summary>The response as JSON, until it is disposed.</summary>
    public ReadOnlyMemory<byte> Json => _writer.Written;

    public override string ToString() => Encoding.UTF8.GetString(Json.Span);

    public void Dispose() => _writer.Dispose();

    /// <summary>A response that <paramref name="write"/> writes, saying whether it has errors and whether another follows.</summary>
    /// <exception cref="ExecutionAbortedException">It is larger than <paramref name="maxBytes"/>.</exception>
    internal static GraphQLResponse Write(int maxBytes, Func<ResponseWriter, (bool HasErrors, bool HasNext)> write)
    {
        var writer = new ResponseWriter(maxBytes);
        try
        {
            var (hasErrors, hasNext) = write(writer);
            return new GraphQLResponse(ResponseKind.Executed, writer, hasErrors, hasNext);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>The operation was begun and could not be finished.</summary>
    internal static GraphQLResponse Failed(GraphQLError error) => OfErrors("{\"data\":null,"u8, [error], ResponseKind.Executed);

    /// <summary>The request was wrong.</summary>
    internal static GraphQLResponse Refused(IReadOnlyList<GraphQLError> errors, ResponseKind kind = ResponseKind.RequestError) =>
        OfErrors("{"u8, errors, kind);

    private static GraphQLResponse OfErrors(ReadOnlySpan<byte> opening, IReadOnlyList<GraphQLError> errors, ResponseKind kind)
    {
        var writer = new ResponseWriter(int.MaxValue);
        writer.Raw(opening);
        ErrorWriter.Write(errors, writer);
        writer.Byte((byte)'}');
        return new GraphQLResponse(kind, writer, hasErrors: true, hasNext: false);
    }
}
