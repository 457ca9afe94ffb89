using System.Net.Http.Json;
using System.Text.Json;

namespace KnowledgeGraph.Server.Tests;

/// <summary>What is written is told to those who follow.</summary>
public sealed class SubscriptionTests(RunningServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_that_are_read_and_facts_that_are_written_are_told_of()
    {
        await using var pages = await FollowAsync("subscription { ingestion { source isChange evidenceCount } }");
        await using var facts = await FollowAsync("subscription { changes(filter: { types: [MET] }) { number relations { type head { name } tail { name } } } }");

        // A stream may begin a moment after its headers: pages come until both have told of one.
        using var told = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var writing = WriteUntilAsync(told.Token);
        var page = await NextAsync(pages, "ingestion", item => item.GetProperty("source").GetString()!.StartsWith("test:followed", StringComparison.Ordinal));
        var change = await NextAsync(facts, "changes", item => item.ToString().Contains("柏青山", StringComparison.Ordinal));
        await told.CancelAsync();
        await writing;

        page.GetProperty("isChange").GetBoolean().Should().BeTrue();
        change.GetProperty("relations").EnumerateArray().Should().OnlyContain(relation => relation.GetProperty("type").GetString() == "MET");
    }

    private async Task WriteUntilAsync(CancellationToken told)
    {
        for (var day = 1; !told.IsCancellationRequested; day = (day % 28) + 1)
        {
            var text = $"本报讯（记者 甲乙）2021年3月{day}日，苇塘市市长柏青山会见了苇塘纸业有限公司董事长闻远帆。\n";
            var ingested = await server.AskAsync(
                "mutation ($source: String!, $text: String!) { ingest(input: { source: $source, text: $text }) { document { id } } }", new { source = $"test:followed-{day}.txt", text });
            await server.AskAsync(
                "mutation ($id: ID!) { deleteDocument(id: $id) { deleted } }", new { id = ingested.GetProperty("ingest").GetProperty("document").GetProperty("id").GetString() });
        }
    }

    [Fact]
    public async Task Watching_too_many_is_refused()
    {
        var ids = Enumerable.Range(0, 1_001).Select(number => $"e{number}");

        await using var stream = await FollowAsync("subscription ($of: [ID!]) { changes(of: $of) { number } }", new { of = ids });

        var text = await new StreamReader(stream).ReadToEndAsync(Cancellation);
        text.Should().Contain("ARGUMENT_OUT_OF_RANGE");
    }

    private async Task<Stream> FollowAsync(string query, object? variables = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        response.IsSuccessStatusCode.Should().BeTrue();
        return await response.Content.ReadAsStreamAsync(Cancellation);
    }

    private static async Task<JsonElement> NextAsync(Stream events, string field, Func<JsonElement, bool> isWanted)
    {
        using var reader = new StreamReader(events, leaveOpen: true);
        while (await reader.ReadLineAsync(Cancellation) is { } line)
        {
            if (!line.StartsWith("data:", StringComparison.Ordinal) || line.Length < 8)
                continue;

            var item = JsonSerializer.Deserialize<JsonElement>(line[5..]).GetProperty("data").GetProperty(field);
            if (isWanted(item))
                return item;
        }

        throw new InvalidOperationException("The stream ended without what was waited for.");
    }
}
