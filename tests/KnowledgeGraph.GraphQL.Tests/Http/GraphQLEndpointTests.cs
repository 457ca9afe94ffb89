using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KnowledgeGraph.GraphQL.AspNetCore;
using KnowledgeGraph.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP, on a real server.</summary>
public sealed class GraphQLEndpointTests : IAsyncLifetime
{
    private const string Json = "application/json";
    private const string GraphQL = "application/graphql-response+json";

    private readonly HttpClient _http = new();
    private WebApplication? _application;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        var schema = Schema.FromSdl(
            "type Query { hello(name: String = \"world\"): String! } type Mutation { say: String! }",
            bind =>
            {
                bind.Query().Field("hello", (_, context) => $"hello {context.Argument<string>("name")}");
                bind.Mutation().Field("say", _ => "said");
            });
        _application.MapGraphQL("/graphql", new GraphQLExecutor(schema), new GraphQLEndpointOptions { MaxBodyBytes = 2_000 });
        _application.MapGraphiQL("/graphiql", "/graphql");
        await _application.StartAsync(Cancellation);
        _http.BaseAddress = new Uri(_application.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_application is not null)
            await _application.DisposeAsync();
    }

    [Theory]
    [InlineData("{\"query\":\"{ hello }\"}", 200, "{\"data\":{\"hello\":\"hello world\"}}")]
    [InlineData("{\"query\":\"query Q($n: String) { hello(name: $n) }\",\"variables\":{\"n\":\"x\"},\"operationName\":\"Q\",\"extensions\":null}", 200, "{\"data\":{\"hello\":\"hello x\"}}")]
    [InlineData("{\"query\":\"mutation { say }\"}", 200, "{\"data\":{\"say\":\"said\"}}")]
    [InlineData("{\"query\":\"{ nothing }\"}", 400, "Cannot query field")]
    [InlineData("{\"query\":\"{ hello\"}", 400, "Syntax Error")]
    [InlineData("{\"query\":1}", 400, "'query' is no string")]
    [InlineData("{\"variables\":{}}", 400, "'query' is missing")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[]}", 400, "'variables' is no object")]
    [InlineData("[{\"query\":\"{ hello }\"}]", 400, "Batches are not taken")]
    [InlineData("{\"query\":\"{ hello(name: \\\"\\ud800\\\") }\"}", 400, "not in UTF-8")]
    [InlineData("{\"query\":\"query ($n: String) { hello(name: $n) }\",\"variables\":{\"n\":\"\\ud800\"}}", 400, "not in UTF-8")]
    [InlineData("{\"query\":", 400, "The body is no JSON")]
    [InlineData("7", 400, "no JSON object")]
    public async Task A_body_is_answered_with_the_status_that_tells_how_far_it_came(string body, int status, string part)
    {
        using var response = await PostAsync(body, Json, GraphQL);

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.ToString().Should().Be($"{GraphQL}; charset=utf-8");
        (await response.Content.ReadAsStringAsync(Cancellation)).Should().Contain(part);
    }

    [Fact]
    public async Task A_client_of_the_old_media_type_gets_200_for_a_request_that_was_wrong()
    {
        using var response = await PostAsync("{\"query\":\"{ nothing }\"}", Json, Json);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be($"{Json}; charset=utf-8");
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_a_foreign_page_can_send_without_asking_is_not_taken(string contentType, HttpStatusCode status)
    {
        using var response = await PostAsync("{\"query\":\"mutation { say }\"}", contentType, Json);

        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var response = await PostAsync($"{{\"query\":\"{{ hello }}\",\"extensions\":{{\"x\":\"{new string('x', 3_000)}\"}}}}", Json, Json);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task What_no_answer_can_be_is_not_acceptable()
    {
        using var response = await PostAsync("{\"query\":\"{ hello }\"}", Json, "image/png");

        response.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task A_query_may_be_asked_by_GET_and_a_mutation_may_not()
    {
        using var query = await _http.GetAsync(new Uri("/graphql?query=query($n:String){hello(name:$n)}&variables={\"n\":\"x\"}", UriKind.Relative), Cancellation);
        using var mutation = await _http.GetAsync(new Uri("/graphql?query=mutation{say}", UriKind.Relative), Cancellation);

        (await query.Content.ReadAsStringAsync(Cancellation)).Should().Be("{\"data\":{\"hello\":\"hello x\"}}");
        mutation.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        mutation.Content.Headers.Allow.Should().Equal("POST");
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string contentType, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, contentType) };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return await _http.SendAsync(request, Cancellation);
    }
}
