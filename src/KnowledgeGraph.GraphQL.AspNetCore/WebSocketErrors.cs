using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>The payload of an <c>error</c> message: the errors alone.</summary>
internal static class WebSocketErrors
{
    public static ReadOnlyMemory<byte> Of(GraphQLResponse response)
    {
        using var document = JsonDocument.Parse(response.Json);
        return Encoding.UTF8.GetBytes(document.RootElement.GetProperty("errors").GetRawText());
    }

    public static ReadOnlyMemory<byte> TooManyOperations(int limit) => JsonSerializer.SerializeToUtf8Bytes(
        new[] { new { message = $"More than {limit} operations at once over one connection.", extensions = new { code = "TOO_MANY_OPERATIONS" } } });
}
