using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>A request over HTTP that is no request of GraphQL: its status code, and what is wrong.</summary>
internal sealed class BadHttpGraphQLException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public static BadHttpGraphQLException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);
}

/// <summary>Reads the parameters of a request: from the body of a POST, from the query string of a GET.</summary>
/// <remarks>GraphQL over HTTP, "Request" (https://graphql.github.io/graphql-over-http/draft/#sec-Request).</remarks>
internal static class HttpRequestReader
{
    /// <param name="context">The request over HTTP.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="maySubscribe">Whether the response may be a stream of events.</param>
    /// <exception cref="BadHttpGraphQLException">It is no request of GraphQL.</exception>
    public static ValueTask<GraphQLRequest> ReadAsync(HttpContext context, GraphQLEndpointOptions options, bool maySubscribe) =>
        HttpMethods.IsPost(context.Request.Method)
            ? ReadBodyAsync(context, options, maySubscribe)
            : ValueTask.FromResult(OfQueryString(context.Request.Query).ToRequest(context, maySubscribe, mayMutate: false));

    private static async ValueTask<GraphQLRequest> ReadBodyAsync(HttpContext context, GraphQLEndpointOptions options, bool maySubscribe)
    {
        CheckContentType(context.Request.ContentType);
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > options.MaxBodyBytes)
                throw new BadHttpGraphQLException(StatusCodes.Status413PayloadTooLarge, $"The request has more than {options.MaxBodyBytes} bytes.");

            if (read.IsCompleted)
            {
                var parameters = RequestParameters.Read(Contiguous(read.Buffer), "The body");
                reader.AdvanceTo(read.Buffer.End);
                return parameters.ToRequest(context, maySubscribe, mayMutate: true);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ReadOnlySpan<byte> Contiguous(ReadOnlySequence<byte> body) => body.IsSingleSegment ? body.FirstSpan : body.ToArray();

    private static void CheckContentType(string? contentType)
    {
        if (contentType is "application/json" or "application/json; charset=utf-8")
            return;

        // A page of another origin can send other types without asking; this one it cannot (CSRF).
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpGraphQLException(StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json.");

        if (type.Charset.Length > 0 && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpGraphQLException(StatusCodes.Status415UnsupportedMediaType, "Send the request in UTF-8.");
    }

    private static RequestParameters OfQueryString(IQueryCollection query) => new()
    {
        Query = Encoding.UTF8.GetBytes(Single(query, "query") ?? ""),
        DocumentId = Single(query, "documentId"),
        OperationName = Single(query, "operationName"),
        Variables = RequestParameters.ReadMap(Single(query, "variables"), "variables"),
        Extensions = RequestParameters.ReadMap(Single(query, "extensions"), "extensions"),
    };

    private static string? Single(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;
}
