using System.Text.Json.Nodes;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.LanguageModel;

/// <summary>What the model is asked, and the form that its answer must have.</summary>
internal static class Question
{
    /// <summary>Counts the changes of the question: answers to another one are not taken from the cache.</summary>
    public const int Version = 1;

    public static string Instructions { get; } =
        "You read one article of a Chinese newspaper and list what it says. Entities: people, organizations, projects, events and places that are named, "
        + "each by its fullest name exactly as the article prints it. No reporters, no classes of things, no bare titles. Relations between these entities, "
        + "each with the sentence that says so, copied exactly. State only what the article says has happened or is certain. The relations:\n"
        + string.Join('\n', Ontology.Relations.Select(relation =>
            $"{relation.Name} ({string.Join(" or ", relation.Heads.Order())} → {string.Join(" or ", relation.Tails.Order())}): {relation.Meaning}"));

    public static JsonObject Format() => new()
    {
        ["type"] = "json_schema",
        ["json_schema"] = new JsonObject { ["name"] = "article", ["strict"] = true, ["schema"] = Schema() },
    };

    private static JsonObject Schema() => Object(
        ("entities", Array(Object(
            ("type", Choice(Enum.GetNames<EntityType>())),
            ("name", Text())))),
        ("relations", Array(Object(
            ("type", Choice([.. Ontology.Relations.Select(relation => relation.Name)])),
            ("head", Text()),
            ("tail", Text()),
            ("title", new JsonObject { ["type"] = new JsonArray("string", "null") }),
            ("quotation", Text())))));

    private static JsonObject Object(params (string Name, JsonNode Schema)[] properties)
    {
        var schemas = new JsonObject();
        foreach (var (name, schema) in properties)
            schemas[name] = schema;

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = schemas,
            ["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Name))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Array(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Choice(string[] values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    private static JsonObject Text() => new() { ["type"] = "string" };
}
