using System.Text.Json;

namespace KnowledgeGraph.Server.Tests;

/// <summary>The questions through GraphQL, on the sample pages.</summary>
public sealed class QuestionApiTests(RunningServer server)
{
    [Fact]
    public async Task Lists_are_walked_backward_to_the_same_items()
    {
        var forward = await WalkAsync("query ($at: String) { persons(order: NAME, first: 9, after: $at) { nodes { id } pageInfo { hasNextPage endCursor } } }", isBackward: false);
        var backward = await WalkAsync("query ($at: String) { persons(order: NAME, last: 9, before: $at) { nodes { id } pageInfo { hasPreviousPage startCursor } } }", isBackward: true);

        backward.Should().Equal(forward);
    }

    [Fact]
    public async Task A_page_in_the_middle_knows_that_there_is_more_on_both_sides()
    {
        var first = (await server.AskAsync("{ relations(first: 3) { pageInfo { hasPreviousPage hasNextPage endCursor } } }")).GetProperty("relations").GetProperty("pageInfo");
        var second = (await server.AskAsync("query ($at: String) { relations(first: 3, after: $at) { pageInfo { hasPreviousPage hasNextPage } } }", new { at = first.GetProperty("endCursor").GetString() }))
            .GetProperty("relations").GetProperty("pageInfo");

        first.GetProperty("hasPreviousPage").GetBoolean().Should().BeFalse();
        second.GetProperty("hasPreviousPage").GetBoolean().Should().BeTrue();
        second.GetProperty("hasNextPage").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var cursor = (await server.AskAsync("{ persons(first: 1) { pageInfo { endCursor } } }")).GetProperty("persons").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var answer = await server.AnswerAsync("query ($at: String) { persons(order: NAME, first: 1, after: $at) { nodes { id } } }", new { at = cursor });

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().Should().Be("INVALID_CURSOR");
    }

    [Fact]
    public async Task A_timeline_begins_with_the_oldest_dated_fact()
    {
        var nodes = (await server.AskAsync("{ persons(first: 1) { nodes { timeline(first: 50) { nodes { date lastReported } } relations(first: 50, filter: { from: \"0001\" }) { nodes { date lastReported } } } } }"))
            .GetProperty("persons").GetProperty("nodes")[0];

        var told = Dates(nodes.GetProperty("timeline"));
        told.Should().NotBeEmpty().And.BeInAscendingOrder(StringComparer.Ordinal);
        told.Should().BeEquivalentTo(Dates(nodes.GetProperty("relations")));

        static List<string> Dates(JsonElement connection) =>
            [.. connection.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("date").GetString() ?? node.GetProperty("lastReported").GetString()!)];
    }

    [Fact]
    public async Task As_of_a_day_before_all_papers_nothing_is_known()
    {
        var data = await server.AskAsync("{ early: relations(filter: { asOf: \"1999\" }) { nodes { id } } late: relations(filter: { asOf: \"2030\" }) { nodes { id } } }");

        data.GetProperty("early").GetProperty("nodes").GetArrayLength().Should().Be(0);
        data.GetProperty("late").GetProperty("nodes").GetArrayLength().Should().Be(20);
    }

    [Fact]
    public async Task Entities_are_filtered_by_name_and_place()
    {
        var data = await server.AskAsync("{ places(filter: { text: \"市\" }, first: 3) { nodes { id name } } }");
        var place = data.GetProperty("places").GetProperty("nodes")[0];
        place.GetProperty("name").GetString().Should().Contain("市");

        var inside = await server.AskAsync("query ($place: ID!) { organizations(filter: { place: $place }, first: 5) { nodes { name } } events(filter: { from: \"2022\", to: \"2024\" }, order: DATE) { nodes { ... on Event { date } } } }", new { place = place.GetProperty("id").GetString() });

        inside.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("date").GetString()!)
            .Should().NotBeEmpty().And.OnlyContain(date => string.CompareOrdinal(date, "2022") >= 0 && string.CompareOrdinal(date, "2025") < 0);
    }

    [Fact]
    public async Task Rankings_and_communities_are_of_the_whole_graph()
    {
        var data = await server.AskAsync(
            """
            {
              ranking(by: MEETINGS, type: PERSON, first: 3) { totalCount isTruncated entities { score entity { name type } } }
              communities(first: 2, members: 3) { totalCount modularity communities { memberCount relationCount members { name } } }
            }
            """);

        var ranked = data.GetProperty("ranking").GetProperty("entities").EnumerateArray().ToList();
        ranked.Should().HaveCount(3).And.OnlyContain(entity => entity.GetProperty("entity").GetProperty("type").GetString() == "PERSON");
        ranked.Select(entity => entity.GetProperty("score").GetDouble()).Should().BeInDescendingOrder();
        data.GetProperty("communities").GetProperty("modularity").GetDouble().Should().BeInRange(0.3, 1);
        data.GetProperty("communities").GetProperty("communities").EnumerateArray().Should().OnlyContain(community => community.GetProperty("members").GetArrayLength() == 3);
    }

    private async Task<List<string>> WalkAsync(string query, bool isBackward)
    {
        var ids = new List<string>();
        string? at = null;
        do
        {
            var page = (await server.AskAsync(query, new { at })).GetProperty("persons");
            var nodes = page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!);
            ids.InsertRange(isBackward ? 0 : ids.Count, nodes);
            var info = page.GetProperty("pageInfo");
            at = info.GetProperty(isBackward ? "hasPreviousPage" : "hasNextPage").GetBoolean() ? info.GetProperty(isBackward ? "startCursor" : "endCursor").GetString() : null;
        }
        while (at is not null);

        return ids;
    }
}
