using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL.AspNetCore;

namespace KnowledgeGraph.GraphQL.Tests.Http;

/// <summary>Responses that follow each other in one response of HTTP: multipart/mixed and server-sent events.</summary>
public sealed class StreamedResponseTests
{
    private const string Multipart = "multipart/mixed";
    private const string Events = "text/event-stream";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_are_separated_as_multipart_asks()
    {
        await using var server = await GraphQLServer.StartAsync();

        var (type, body) = await PostAsync(server, Multipart, "{ hello ... @defer { numbers } }");

        type.Should().Be("multipart/mixed; boundary=\"-\"");
        body.Should().Be(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
            + "{\"data\":{\"hello\":\"hello world\"},\"pending\":[{\"id\":\"0\",\"path\":[]}],\"hasNext\":true}"
            + "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
            + "{\"incremental\":[{\"data\":{\"numbers\":[0,1,2]},\"id\":\"0\"}],\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}"
            + "\r\n-----\r\n");
    }

    [Theory]
    [InlineData("multipart/mixed, application/json", "{ hello }", "application/json; charset=utf-8")]
    [InlineData("multipart/mixed, application/graphql-response+json", "{ hello }", "application/graphql-response+json; charset=utf-8")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json", "{ hello ... @defer { numbers } }", "application/json; charset=utf-8")]
    [InlineData("application/json", "{ hello ... @defer { numbers } }", "application/json; charset=utf-8")]
    public async Task One_response_is_sent_as_one(string accept, string query, string type)
    {
        await using var server = await GraphQLServer.StartAsync();

        var response = await PostAsync(server, accept, query);

        response.Type.Should().Be(type);
        response.Body.Should().StartWith("{\"data\":{\"hello\":\"hello world\"").And.NotContain("hasNext");
    }

    [Theory]
    [InlineData("subscription { count(to: 2) }", "event: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata: \n\n")]
    [InlineData("{ hello }", "event: next\ndata: {\"data\":{\"hello\":\"hello world\"}}\n\nevent: complete\ndata: \n\n")]
    public async Task Events_end_with_one_that_says_so(string query, string expected)
    {
        await using var server = await GraphQLServer.StartAsync();

        var (type, body) = await PostAsync(server, Events, query);

        type.Should().Be("text/event-stream; charset=utf-8");
        body.Should().Be(expected);
    }

    [Fact]
    public async Task A_wrong_operation_is_an_event_as_well()
    {
        await using var server = await GraphQLServer.StartAsync();

        var (_, body) = await PostAsync(server, Events, "subscription { nothing }");

        body.Should().StartWith("event: next\ndata: {\"errors\":[{\"message\":\"Cannot query field").And.EndWith("event: complete\ndata: \n\n");
    }

    [Fact]
    public async Task A_silent_stream_says_that_it_is_alive_and_ends_when_the_client_leaves()
    {
        await using var server = await GraphQLServer.StartAsync(new GraphQLEndpointOptions { KeepAlive = TimeSpan.FromMilliseconds(20) });
        using var http = new HttpClient();
        using var request = Request(server, Events, "subscription { silent }");
        using (var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation))
        {
            var buffer = new byte[6];
            await (await response.Content.ReadAsStreamAsync(Cancellation)).ReadExactlyAsync(buffer, Cancellation);

            Encoding.UTF8.GetString(buffer).Should().Be(":\n\n:\n\n");
        }

        await server.StreamsEndAsync();
    }

    private static async Task<(string Type, string Body)> PostAsync(GraphQLServer server, string accept, string query)
    {
        using var http = new HttpClient();
        using var request = Request(server, accept, query);
        using var response = await http.SendAsync(request, Cancellation);
        return (response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static HttpRequestMessage Request(GraphQLServer server, string accept, string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/graphql"))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        foreach (var type in accept.Split(", "))
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(type));
        return request;
    }
}
