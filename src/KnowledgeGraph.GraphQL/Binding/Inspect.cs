using System.Text.Json;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>Shows a value in a message, and no more of it than helps.</summary>
internal static class Inspect
{
    private const int MaxLength = 120;

    public static string Json(JsonElement value) => Shorten(value.ValueKind == JsonValueKind.Undefined ? "undefined" : value.GetRawText());

    public static string Literal(ValueNode literal) => Shorten(literal.ToString());

    public static string Text(string text) => Shorten(Printer.Quote(text.Length > MaxLength ? text[..MaxLength] : text));

    private static string Shorten(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength), "…");
}
