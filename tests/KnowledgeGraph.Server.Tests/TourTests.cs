using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Server.Tests;

/// <summary>The examples of <c>docs/graphql.md</c> are asked, and answered as it says. With <c>KG_UPDATE_DOCS=1</c> the answers are written anew.</summary>
public sealed partial class TourTests
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Every_example_of_the_tour_is_answered_as_it_is_printed()
    {
        // A server of its own: the graph is the samples and nothing else.
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var path = Path.Combine(Repository.Root, "docs", "graphql.md");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var answers = new Dictionary<string, string>();
        foreach (Match example in Examples().Matches(text))
            answers[example.Value] = $"```graphql\n{example.Groups["query"].Value}```\n\n```json\n{Readable(await server.AskAsync(example.Groups["query"].Value))}\n```";

        answers.Should().HaveCountGreaterThan(10);
        if (Environment.GetEnvironmentVariable("KG_UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(path, Examples().Replace(text, example => answers[example.Value]), TestContext.Current.CancellationToken);
        else
            answers.Should().OnlyContain(answer => answer.Key == answer.Value, "KG_UPDATE_DOCS=1 writes the answers anew");
    }

    /// <summary>Two blanks a level; what fits on a line is on one.</summary>
    private static string Readable(JsonElement value, int depth = 0)
    {
        const int Width = 150;
        var line = OnOneLine(value);
        if (line.Length + (2 * depth) <= Width || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return line;

        var (inner, outer) = (new string(' ', 2 * (depth + 1)), new string(' ', 2 * depth));
        return value.ValueKind == JsonValueKind.Array
            ? $"[\n{string.Join(",\n", value.EnumerateArray().Select(item => inner + Readable(item, depth + 1)))}\n{outer}]"
            : $"{{\n{string.Join(",\n", value.EnumerateObject().Select(item => $"{inner}\"{item.Name}\": {Readable(item.Value, depth + 1)}"))}\n{outer}}}";
    }

    private static string OnOneLine(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(OnOneLine))}]",
        JsonValueKind.Object => $"{{ {string.Join(", ", value.EnumerateObject().Select(item => $"\"{item.Name}\": {OnOneLine(item.Value)}"))} }}",
        _ => JsonSerializer.Serialize(value, _readable),
    };

    [GeneratedRegex("```graphql\n(?<query>.*?)```\n\n```json\n(?<answer>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
