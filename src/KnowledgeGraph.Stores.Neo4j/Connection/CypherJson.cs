using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeGraph.Stores.Neo4j.Connection;

/// <summary>How parameters are written: names as Cypher's are usual, Chinese as it is.</summary>
internal static class CypherJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };
}
