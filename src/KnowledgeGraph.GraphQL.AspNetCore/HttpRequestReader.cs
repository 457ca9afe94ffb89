using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>A request over HTTP that is no request of GraphQL: its status code, and what is wrong.</summary>
internal sealed class BadHttpGraphQLException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;
}

/// <summary>Reads the parameters of a request: from the body of a POST, from the query string of a GET.</summary>
/// <remarks>GraphQL over HTTP, "Request" (https://graphql.github.io/graphql-over-http/draft/#sec-Request).</remarks>
internal static class HttpRequestReader
{
    private static readonly JsonDocumentOptions _json = new() { MaxDepth = 256 };

    /// <param name="context">The request over HTTP.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="maySubscribe">Whether the response may be a stream of events.</param>
    /// <exception cref="BadHttpGraphQLException">It is no request of GraphQL.</exception>
    public static async Task<GraphQLRequest> ReadAsync(HttpContext context, GraphQLEndpointOptions options, bool maySubscribe)
    {
        var request = context.Request;
        return HttpMethods.IsPost(request.Method)
            ? OfObject(Parse(await ReadBodyAsync(context, options), "The body"), context, maySubscribe)
            : Checked(OfQueryString(request.Query, context, maySubscribe));
    }

    /// <summary>Reads the parameters from an object, as the body of a POST or a message over WebSocket has it.</summary>
    /// <exception cref="BadHttpGraphQLException">It is no request of GraphQL.</exception>
    public static GraphQLRequest OfObject(JsonElement root, HttpContext context, bool maySubscribe) => root.ValueKind switch
    {
        JsonValueKind.Object => Checked(new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(Text(root, "query") ?? ""),
            DocumentId = Text(root, "documentId"),
            OperationName = Text(root, "operationName"),
            Variables = Map(root, "variables"),
            Extensions = Map(root, "extensions"),
            AllowSubscription = maySubscribe,
            ReportCost = AsksForCost(context),
            Services = context.RequestServices,
        }),
        JsonValueKind.Array => throw Bad("Batches are not taken: send one request at a time."),
        _ => throw Bad("The body is no JSON object."),
    };

    /// <summary>Reads JSON whose texts can all be read.</summary>
    /// <exception cref="BadHttpGraphQLException">It is no JSON, or not in UTF-8.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8, string what)
    {
        try
        {
            ReadTexts(utf8.Span);
            using var document = JsonDocument.Parse(utf8, _json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Bad($"{what} is no JSON.");
        }
        catch (InvalidOperationException)
        {
            throw Bad($"{what} is not in UTF-8.");
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context, GraphQLEndpointOptions options)
    {
        // A page of another origin can send other types without asking; this one it cannot (CSRF).
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpGraphQLException(StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json.");
        }

        if (type.Charset.Length > 0 && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpGraphQLException(StatusCodes.Status415UnsupportedMediaType, "Send the request in UTF-8.");

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > options.MaxBodyBytes)
                throw new BadHttpGraphQLException(StatusCodes.Status413PayloadTooLarge, $"The request has more than {options.MaxBodyBytes} bytes.");

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static GraphQLRequest OfQueryString(IQueryCollection query, HttpContext context, bool maySubscribe) => new()
    {
        Query = Encoding.UTF8.GetBytes(Single(query, "query") ?? ""),
        DocumentId = Single(query, "documentId"),
        OperationName = Single(query, "operationName"),
        Variables = Map(query, "variables"),
        Extensions = Map(query, "extensions"),
        AllowMutation = false,
        AllowSubscription = maySubscribe,
        ReportCost = AsksForCost(context),
        Services = context.RequestServices,
    };

    private static GraphQLRequest Checked(GraphQLRequest request) =>
        request.Query.IsEmpty && request.DocumentId is null && request.Extensions.ValueKind == JsonValueKind.Undefined
            ? throw Bad("'query' is missing.")
            : request;

    private static bool AsksForCost(HttpContext context) => context.Request.Headers["GraphQL-Cost"] == "report";

    private static string? Text(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Bad($"'{name}' is no string.");

    private static JsonElement Map(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? default
        : value.ValueKind == JsonValueKind.Object ? value
        : throw Bad($"'{name}' is no object.");

    private static string? Single(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;

    private static JsonElement Map(IQueryCollection query, string name)
    {
        if (Single(query, name) is not { } text)
            return default;

        var value = Parse(Encoding.UTF8.GetBytes(text), $"'{name}'");
        return value.ValueKind switch
        {
            JsonValueKind.Object => value,
            JsonValueKind.Null => default,
            _ => throw Bad($"'{name}' is no object."),
        };
    }

    // An escape that is half of a character is JSON and yet no text; whoever reads it would throw. It is refused here for all.
    private static void ReadTexts(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = _json.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                reader.GetString();
        }
    }

    private static BadHttpGraphQLException Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
