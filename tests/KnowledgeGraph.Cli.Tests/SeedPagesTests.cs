using System.Text.Json;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Cli.Tests;

/// <summary>Real pages, from the command line, against what annotators say of them.</summary>
public sealed class SeedPagesTests : IDisposable
{
    private const double LeastRecall = 0.9;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge-graph-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Store => Path.Combine(_folder.FullName, "graph.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_attendees_of_an_event_are_those_that_the_annotators_found_each_with_its_sentence()
    {
        var pages = Requirement.Of(Repository.Shared("extraction/dev/seeds"), "This test needs the annotated pages beside the repository.");
        var (name, attendees) = BestAttendedEvent(Path.Combine(pages, "000.json"));
        await RunAsync("ingest", pages, "--store", Store);

        var answer = await RunAsync(
            "query",
            "query ($text: String!) { search(text: $text, types: [EVENT], first: 1) { node { ... on Event { attendees(first: 100) { nodes { head { name } sentence evidence { article { headline } } } } } } } }",
            "--variables",
            JsonSerializer.Serialize(new { text = name }),
            "--store",
            Store);

        using var json = JsonDocument.Parse(answer);
        var relations = json.RootElement.GetProperty("data").GetProperty("search")[0].GetProperty("node").GetProperty("attendees").GetProperty("nodes").EnumerateArray().ToList();
        var found = relations.Select(relation => relation.GetProperty("head").GetProperty("name").GetString()!).ToList();
        found.Should().BeSubsetOf(attendees.All);
        found.Intersect(attendees.Required).Should().HaveCountGreaterThanOrEqualTo((int)(attendees.Required.Count * LeastRecall));
        relations.Should().OnlyContain(relation => relation.GetProperty("sentence").GetString()!.Length > 0
            && relation.GetProperty("evidence")[0].GetProperty("article").GetProperty("headline").GetString()!.Length > 0);
    }

    [Fact]
    public async Task Ingesting_the_pages_again_changes_nothing_in_the_whole_store()
    {
        var pages = Requirement.Of(Repository.Shared("extraction/dev/seeds"), "This test needs the annotated pages beside the repository.");
        await RunAsync("ingest", pages, "--store", Store);
        var before = await HashAsync();

        var again = await RunAsync("ingest", pages, "--store", Store, "--json");

        again.Should().Contain("\"written\":0,\"unchanged\":3");
        (await HashAsync()).Should().Be(before);
    }

    private static (string Name, (IReadOnlyList<string> Required, IReadOnlyList<string> All) Attendees) BestAttendedEvent(string goldFile)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(goldFile));
        var attended = gold.RootElement.GetProperty("relations").EnumerateArray()
            .Where(relation => relation.GetProperty("type").GetString() == "ATTENDED")
            .GroupBy(relation => relation.GetProperty("tail").GetString()!)
            .MaxBy(group => group.Count())!;
        return (attended.Key, (
            [.. attended.Where(relation => !relation.GetProperty("optional").GetBoolean()).Select(relation => relation.GetProperty("head").GetString()!)],
            [.. attended.Select(relation => relation.GetProperty("head").GetString()!)]));
    }

    private async Task<string> HashAsync()
    {
        await using var store = await StoreAddress.OpenAsync(Store, Cancellation);
        return await GraphHash.OfAsync(store, Cancellation);
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await new Shell(output, errors).RunAsync(CommandLine.Create(), arguments);
        exit.Should().Be(0, errors.ToString());
        return output.ToString();
    }
}
