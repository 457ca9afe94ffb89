using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeGraph.GraphQL.ConformanceHost;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.GraphQL.Tests;

/// <summary>The cases of a public conformance corpus, with what the reference implementation answers.</summary>
public sealed class ConformanceTests
{
    private const string HowToGetIt = "These tests need the folder graphql-conformance beside the repository.";

    [Fact]
    public async Task Every_case_is_answered_as_the_reference_implementation_does()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var (id, schema, query, variables, expected) in Cases())
        {
            var request = new GraphQLRequest { Query = Encoding.UTF8.GetBytes(query), Variables = variables };
            using var response = await MockService.For(schema).ExecuteAsync(request, TestContext.Current.CancellationToken);
            if (!JsonNode.DeepEquals(JsonNode.Parse(response.Json.Span), expected))
                wrong.Add(id);

            count++;
        }

        wrong.Should().BeEmpty();
        count.Should().BeGreaterThan(2_800);
    }

    [Fact]
    public async Task Every_case_is_answered_in_parts_that_make_up_the_same()
    {
        var wrong = new List<string>();
        var inParts = 0;
        foreach (var (id, schema, query, variables, expected) in Cases())
        {
            var request = new GraphQLRequest { Query = Encoding.UTF8.GetBytes(query), Variables = variables };
            var parts = await MockService.For(schema).PartsAsync(request, TestContext.Current.CancellationToken);
            if (!JsonNode.DeepEquals(IncrementalResponse.Merge(parts), expected))
                wrong.Add(id);
            if (parts.Count > 1)
                inParts++;
        }

        wrong.Should().BeEmpty();
        inParts.Should().BeGreaterThan(60);
    }

    [Fact]
    public void Every_document_is_the_same_after_it_was_printed_and_parsed()
    {
        foreach (var (_, _, query, _, _) in Cases())
        {
            var printed = DocumentNode.Parse(query).ToString();

            DocumentNode.Parse(printed).ToString().Should().Be(printed);
        }
    }

    private static IEnumerable<(string Id, string Schema, string Query, JsonElement Variables, JsonNode? Expected)> Cases()
    {
        var folder = Requirement.Of(Repository.Shared("graphql-conformance"), HowToGetIt);
        var schemas = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(folder, "schemas.json")))!;
        foreach (var line in File.ReadLines(Path.Combine(folder, "cases.jsonl")))
        {
            var @case = JsonElement.Parse(line);
            yield return (
                @case.GetProperty("id").GetString()!,
                schemas[@case.GetProperty("schema").GetString()!],
                @case.GetProperty("query").GetString()!,
                @case.TryGetProperty("variables", out var variables) && variables.ValueKind == JsonValueKind.Object ? variables : default,
                JsonNode.Parse(@case.GetProperty("expected").GetRawText()));
        }
    }
}
