using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeGraph.Graph;

/// <summary>The hash of all that a document says, by which a store knows that it already says it.</summary>
/// <remarks>Equal for equal content, whatever the order of the lists; where the document came from and when it was read are no part of it.</remarks>
public static class DocumentFingerprint
{
    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(DocumentGraph graph)
    {
        var ordered = graph with
        {
            Document = graph.Document with { Sources = [], ReadAt = null },
            Articles = [.. graph.Articles.OrderBy(article => article.Id.Value, StringComparer.Ordinal)],
            Entities = [.. graph.Entities
                .OrderBy(entity => entity.Id.Value, StringComparer.Ordinal)
                .Select(entity => Entity.From([entity]))],
            Mentions = [.. graph.Mentions.OrderBy(mention => mention.Id.Value, StringComparer.Ordinal)],
            Evidence = [.. graph.Evidence.OrderBy(evidence => evidence.Id.Value, StringComparer.Ordinal)],
        };
        return ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes(ordered, _options));
    }
}
