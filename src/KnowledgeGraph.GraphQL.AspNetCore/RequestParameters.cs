using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>The parameters of a request as a client gives them, in one pass over their JSON.</summary>
internal sealed class RequestParameters
{
    private const int MaxDepth = 256;

    public byte[] Query { get; set; } = [];

    public string? DocumentId { get; set; }

    public string? OperationName { get; set; }

    public JsonElement Variables { get; set; }

    public JsonElement Extensions { get; set; }

    /// <param name="utf8">A JSON object: the body of a POST, or the payload of a message over WebSocket.</param>
    /// <param name="what">What messages call it.</param>
    /// <exception cref="BadHttpGraphQLException">It is no request of GraphQL.</exception>
    public static RequestParameters Read(ReadOnlySpan<byte> utf8, string what)
    {
        try
        {
            return Read(utf8);
        }
        catch (JsonException)
        {
            throw BadHttpGraphQLException.BadRequest($"{what} is no JSON.");
        }
        catch (InvalidOperationException)
        {
            throw BadHttpGraphQLException.BadRequest($"{what} is not in UTF-8.");
        }
    }

    /// <summary>Reads JSON that stands as a text in a query string.</summary>
    /// <exception cref="BadHttpGraphQLException">It is no object.</exception>
    public static JsonElement ReadMap(string? text, string name)
    {
        if (text is null)
            return default;

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var map = Map(ref reader, name);
            return reader.Read() ? throw new JsonException() : map;
        }
        catch (JsonException)
        {
            throw BadHttpGraphQLException.BadRequest($"'{name}' is no JSON.");
        }
        catch (InvalidOperationException)
        {
            throw BadHttpGraphQLException.BadRequest($"'{name}' is not in UTF-8.");
        }
    }

    public GraphQLRequest ToRequest(HttpContext context, bool maySubscribe, bool mayMutate)
    {
        if (Query.Length == 0 && DocumentId is null && Extensions.ValueKind == JsonValueKind.Undefined)
            throw BadHttpGraphQLException.BadRequest("'query' is missing.");

        return new GraphQLRequest
        {
            Query = Query,
            DocumentId = DocumentId,
            OperationName = OperationName,
            Variables = Variables,
            Extensions = Extensions,
            AllowMutation = mayMutate,
            AllowSubscription = maySubscribe,
            ReportCost = context.Request.Headers["GraphQL-Cost"] == "report",
            Services = context.RequestServices,
        };
    }

    private static RequestParameters Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
            throw BadHttpGraphQLException.BadRequest("Batches are not taken: send one request at a time.");
        if (reader.TokenType != JsonTokenType.StartObject)
            throw BadHttpGraphQLException.BadRequest("The body is no JSON object.");

        var parameters = new RequestParameters();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            parameters.ReadProperty(ref reader);
        return reader.Read() ? throw new JsonException() : parameters;
    }

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8))
            Query = Bytes(ref reader);
        else if (reader.ValueTextEquals("operationName"u8))
            OperationName = Text(ref reader, "operationName");
        else if (reader.ValueTextEquals("variables"u8))
            Variables = NextMap(ref reader, "variables");
        else if (reader.ValueTextEquals("extensions"u8))
            Extensions = NextMap(ref reader, "extensions");
        else if (reader.ValueTextEquals("documentId"u8))
            DocumentId = Text(ref reader, "documentId");
        else
            Skip(ref reader);
    }

    private static byte[] Bytes(ref Utf8JsonReader reader)
    {
        if (!ReadText(ref reader, "query"))
            return [];

        // What is unescaped is never longer than it was.
        var bytes = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(bytes);
        return length == bytes.Length ? bytes : bytes[..length];
    }

    private static string? Text(ref Utf8JsonReader reader, string name) => ReadText(ref reader, name) ? reader.GetString() : null;

    private static bool ReadText(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => true,
            JsonTokenType.Null => false,
            _ => throw BadHttpGraphQLException.BadRequest($"'{name}' is no string."),
        };
    }

    private static JsonElement NextMap(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        return Map(ref reader, name);
    }

    private static JsonElement Map(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw BadHttpGraphQLException.BadRequest($"'{name}' is no object.");

        CheckTexts(reader);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        CheckTexts(reader);
        reader.Skip();
    }

    // An escape that is half of a character is JSON and yet no text; whoever reads it would throw. It is refused here for all. The reader
    // is a copy, and the caller's stays where it is.
    private static void CheckTexts(Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
        }
        while (reader.Read() && reader.CurrentDepth > depth);
    }
}
