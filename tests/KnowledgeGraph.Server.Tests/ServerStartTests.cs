using KnowledgeGraph.Api;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Stores.Sqlite;

namespace KnowledgeGraph.Server.Tests;

public sealed class ServerStartTests(RunningServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        var start = () => ServerApplication.RunAsync(server.Http.BaseAddress!.ToString(), SqliteGraphStoreOptions.InMemory, withSamples: false, Cancellation);

        (await start.Should().ThrowAsync<UserException>()).WithMessage("*is in use*--urls*");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task An_address_that_is_none_is_said(string urls)
    {
        var start = () => ServerApplication.RunAsync(urls, SqliteGraphStoreOptions.InMemory, withSamples: false, Cancellation);

        (await start.Should().ThrowAsync<UserException>()).WithMessage($"*'{urls}'*");
    }

    [Fact]
    public async Task An_empty_graph_stays_empty_without_samples()
    {
        await using var store = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
        await store.OpenAsync(Cancellation);
        await using var application = ServerApplication.Create("http://127.0.0.1:0", store, new GraphQLExecutor(GraphSchema.Create()), withSamples: false);

        await application.StartAsync(Cancellation);

        using var http = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        (await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).Should().Be("ready");
        (await http.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation)).Should().Contain("<b>0</b>pages");
    }
}
