using KnowledgeGraph.Adjacency;
using KnowledgeGraph.Api;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.AspNetCore;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Ingestion;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace KnowledgeGraph.Server;

/// <summary>The process: the parts that it is made of, and its end.</summary>
public static class ServerApplication
{
    /// <summary>How long after a write a subscription tells of it at the latest.</summary>
    private static readonly TimeSpan _changeInterval = TimeSpan.FromMilliseconds(250);

    public static async Task<int> RunAsync(string storeAddress, ServerSettings settings, CancellationToken cancellationToken)
    {
        // The schema is made while the store is opened: a start is over sooner.
        var (limits, cursors) = (settings.GraphQL(), ServerSettings.Cursors());
        var executor = Task.Run(() => new GraphQLExecutor(GraphSchema.Create(cursors), limits), cancellationToken);
        await using var store = await StoreAddress.OpenAsync(storeAddress, cancellationToken);
        await using var application = Create(store, await executor, settings);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new UserException($"The address {settings.Urls} is in use: stop the other program, or choose another port with --urls.", exception);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException or IOException or System.Net.Sockets.SocketException)
        {
            throw new UserException($"The server cannot listen at '{settings.Urls}': {exception.Message}", exception);
        }

        await application.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Makes the application on an open store, not yet listening.</summary>
    public static WebApplication Create(IGraphStore store, GraphQLExecutor executor, ServerSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(settings.Urls);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // Why the host did not start is said once, by the caller, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(store)
            .AddSingleton<Extractor>()
            .AddSingleton<IAdjacency>(_ => settings.UseIndex ? new AdjacencyIndex(store) : new StoreAdjacency(store))
            .AddSingleton(new ChangeFeed(store, TimeProvider.System, _changeInterval))
            .AddSingleton<IngestionFeed>()
            .AddSingleton<IngestionPipeline>()
            .AddSingleton<Readiness>()
            .AddCors()
            .AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json"]);
        if (settings.UseIndex)
            builder.Services.AddHostedService<IndexLoading>();
        if (settings.WithSamples)
            builder.Services.AddHostedService<SamplePages>();
        else
            builder.Services.AddHostedService<ReadyAtOnce>();

        var application = builder.Build();
        application.UseResponseCompression();
        application.UseCors(cors => cors
            .WithOrigins([.. settings.AllowedOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithHeaders(HeaderNames.ContentType, HeaderNames.Accept, "GraphQL-Cost"));
        application.UseWebSockets();
        application.MapGraphQL("/graphql", executor, settings.Endpoint());
        application.MapGraphiQL("/graphiql", "/graphql");
        application.MapGet("/", StartPage.WriteAsync);
        application.MapGet("/health/live", () => Results.Text("alive"));
        application.MapGet("/health/ready", (Readiness readiness) =>
            readiness.IsReady ? Results.Text("ready") : Results.Text("loading", statusCode: StatusCodes.Status503ServiceUnavailable));
        return application;
    }
}
