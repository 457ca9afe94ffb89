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
        var start = () => ServerApplication.RunAsync(
            SqliteGraphStoreOptions.InMemory, new ServerSettings { Urls = server.Http.BaseAddress!.ToString(), WithSamples = false }, Cancellation);

        (await start.Should().ThrowAsync<UserException>()).WithMessage("*is in use*--urls*");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task An_address_that_is_none_is_said(string urls)
    {
        var start = () => ServerApplication.RunAsync(SqliteGraphStoreOptions.InMemory, new ServerSettings { Urls = urls, WithSamples = false }, Cancellation);

        (await start.Should().ThrowAsync<UserException>()).WithMessage($"*'{urls}'*");
    }

    [Theory]
    [InlineData("no-such-file.json", "*cannot be read from 'no-such-file.json'*")]
    [InlineData("KnowledgeGraph.Server.runtimeconfig.json", "*neither an object of identifiers and documents*")]
    public async Task Trusted_documents_that_cannot_be_read_are_said(string file, string message)
    {
        var path = file.StartsWith("no-such", StringComparison.Ordinal) ? file : Path.Combine(AppContext.BaseDirectory, file);
        var start = () => ServerApplication.RunAsync(SqliteGraphStoreOptions.InMemory, new ServerSettings { TrustedDocuments = path }, Cancellation);

        (await start.Should().ThrowAsync<UserException>()).WithMessage(message);
    }

    [Fact]
    public async Task An_empty_graph_stays_empty_without_samples()
    {
        await using var store = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
        await store.OpenAsync(Cancellation);
        await using var application = ServerApplication.Create(store, new GraphQLExecutor(GraphSchema.Create()), new ServerSettings { Urls = "http://127.0.0.1:0", WithSamples = false });

        await application.StartAsync(Cancellation);

        using var http = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        (await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).Should().Be("ready");
        (await http.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation)).Should().Contain("<b>0</b>pages");
    }
}
