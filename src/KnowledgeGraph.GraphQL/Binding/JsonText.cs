using System.Text.Json;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>Finds the texts of JSON that are no Unicode: an escape such as <c>\ud800</c> that is half of a character.</summary>
internal static class JsonText
{
    public static bool IsUnicode(JsonElement element)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(element.GetRawText()), new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
