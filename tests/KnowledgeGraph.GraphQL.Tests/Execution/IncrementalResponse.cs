using System.Text.Json.Nodes;

namespace KnowledgeGraph.GraphQL.Tests;

/// <summary>Reads a response in parts as a client does.</summary>
internal static class IncrementalResponse
{
    public static async Task<List<JsonObject>> PartsAsync(this GraphQLExecutor executor, GraphQLRequest request, CancellationToken cancellationToken)
    {
        var parts = new List<JsonObject>();
        await foreach (var response in executor.StreamAsync(request, cancellationToken))
        {
            using (response)
                parts.Add(JsonNode.Parse(response.Json.Span)!.AsObject());
        }

        return parts;
    }

    /// <summary>The one response that the parts make up. Parts that break the protocol are an error.</summary>
    public static JsonNode Merge(IReadOnlyList<JsonObject> parts)
    {
        var result = new JsonObject();
        var pending = new Dictionary<string, JsonArray>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (i == 0)
                Take(part, result);
            foreach (var announced in Items(part, "pending"))
                pending.Add((string)announced["id"]!, announced["path"]!.AsArray());
            foreach (var entry in Items(part, "incremental"))
                Apply(entry, pending[(string)entry["id"]!], result);
            foreach (var completed in Items(part, "completed"))
            {
                pending.Remove((string)completed["id"]!).Should().BeTrue("what completes was announced, and completes once");
                AddErrors(completed, result);
            }

            ((bool?)part["hasNext"] ?? false).Should().Be(i < parts.Count - 1);
        }

        pending.Should().BeEmpty("all that is announced completes");
        return result;
    }

    private static void Take(JsonObject part, JsonObject result)
    {
        if (part.TryGetPropertyValue("data", out var data))
            result["data"] = data?.DeepClone();
        AddErrors(part, result);
    }

    private static void Apply(JsonNode entry, JsonArray path, JsonObject result)
    {
        var target = result["data"]!;
        foreach (var step in path.Concat(entry["subPath"]?.AsArray() ?? []))
            target = step!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? target[(int)step]! : target[(string)step!]!;

        if (entry["items"] is JsonArray items)
        {
            foreach (var item in items)
                target.AsArray().Add(item?.DeepClone());
        }
        else
        {
            foreach (var (name, value) in entry["data"]!.AsObject())
                target.AsObject().Add(name, value?.DeepClone());
        }

        AddErrors(entry, result);
    }

    private static void AddErrors(JsonNode from, JsonObject result)
    {
        foreach (var error in Items(from, "errors"))
        {
            result["errors"] ??= new JsonArray();
            result["errors"]!.AsArray().Add(error.DeepClone());
        }
    }

    private static IEnumerable<JsonNode> Items(JsonNode node, string name) => node[name]?.AsArray().Select(item => item!) ?? [];
}
