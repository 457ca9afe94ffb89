using System.Runtime.CompilerServices;
using KnowledgeGraph.GraphQL.AspNetCore;
using KnowledgeGraph.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.GraphQL.Tests.Http;

/// <summary>A small service on a real server, for the ways in which clients talk to it.</summary>
internal sealed class GraphQLServer : IAsyncDisposable
{
    private const string Sdl =
        """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { hello(name: String = "world"): String! numbers: [Int!]! }
        type Mutation { say: String! }
        type Subscription { count(to: Int!): Int! forever: Int! silent: Int! }
        """;

    private readonly WebApplication _application;

    private GraphQLServer(WebApplication application)
    {
        _application = application;
    }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>How many streams of <c>forever</c> and <c>silent</c> are open.</summary>
    public int OpenStreams { get; private set; }

    public static async Task<GraphQLServer> StartAsync(GraphQLEndpointOptions? options = null, GraphQLOptions? limits = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var server = new GraphQLServer(application);
        application.UseWebSockets();
        application.MapGraphQL("/graphql", new GraphQLExecutor(Schema.FromSdl(Sdl, server.Bind), limits), options);
        application.MapGraphiQL("/graphiql", "/graphql");
        await application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public Task StopAsync() => _application.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>Waits until all streams have been left by the server.</summary>
    public async Task StreamsEndAsync()
    {
        for (var i = 0; i < 500 && OpenStreams > 0; i++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        OpenStreams.Should().Be(0);
    }

    private void Bind(Binding.SchemaBinder bind)
    {
        bind.Query()
            .Field("hello", (_, context) => $"hello {context.Argument<string>("name")}")
            .Field("numbers", _ => Enumerable.Range(0, 3));
        bind.Mutation().Field("say", _ => "said");
        bind.Subscription()
            .Stream("count", (context, _) => Enumerable.Range(1, context.Argument<int>("to")).ToAsyncEnumerable())
            .Stream("forever", (_, cancellationToken) => CountAsync(1, cancellationToken))
            .Stream("silent", (_, cancellationToken) => CountAsync(Timeout.Infinite, cancellationToken));
    }

    private async IAsyncEnumerable<int> CountAsync(int pause, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        OpenStreams++;
        try
        {
            for (var i = 0; ; i++)
            {
                await Task.Delay(pause, cancellationToken);
                yield return i;
            }
        }
        finally
        {
            OpenStreams--;
        }
    }
}
