using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace KnowledgeGraph.Server.Tests;

/// <summary>What the server adds to its endpoint: compression, other origins, and what an operation may cost.</summary>
public sealed class HttpTests(RunningServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_large_answer_is_compressed_for_who_takes_it_so(string encoding)
    {
        using var request = Request("{ __schema { types { name description fields { name description } } } }");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await server.Http.SendAsync(request, Cancellation);

        response.Content.Headers.ContentEncoding.Should().Equal(encoding);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://friend.example", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task Pages_of_other_origins_may_ask_where_the_operator_lets_them(string origin, bool isAllowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var response = await server.Http.SendAsync(preflight, Cancellation);

        response.Headers.Contains("Access-Control-Allow-Origin").Should().Be(isAllowed);
    }

    [Fact]
    public async Task What_an_operation_may_cost_is_told_to_who_asks()
    {
        using var request = Request("{ persons(first: 30) { nodes { name relations(first: 5) { nodes { sentence } } } } }");
        request.Headers.Add("GraphQL-Cost", "report");
        using var response = await server.Http.SendAsync(request, Cancellation);

        var cost = (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("extensions").GetProperty("cost");
        cost.GetProperty("typeCost").GetDouble().Should().Be(1 + 1 + (30 * (1 + 1 + 5)));
        cost.GetProperty("fieldCost").GetDouble().Should().Be(1 + 1 + (30 * (1 + 1)));
    }

    [Fact]
    public async Task An_operation_that_could_give_too_much_is_refused_before_the_store_is_asked()
    {
        var answer = await server.AnswerAsync("{ persons(first: 1000) { nodes { relations(first: 1000) { nodes { evidence(first: 1000) { sentence } } } } } }");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().Should().Be("COST_TOO_HIGH");
        answer.TryGetProperty("data", out _).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_deferred_comes_in_parts()
    {
        using var request = Request("{ persons(first: 1) { nodes { name ... @defer { relations(first: 1) { nodes { sentence } } } } } }");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("multipart/mixed"));
        using var response = await server.Http.SendAsync(request, Cancellation);

        response.Content.Headers.ContentType!.MediaType.Should().Be("multipart/mixed");
        (await response.Content.ReadAsStringAsync(Cancellation)).Should().Contain("\"pending\":[{\"id\":\"0\",\"path\":[\"persons\",\"nodes\",0]}]").And.Contain("\"sentence\":");
    }

    private static HttpRequestMessage Request(string query) => new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
}
