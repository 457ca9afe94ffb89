using KnowledgeGraph.Api;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.AspNetCore;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Ingestion;
using Microsoft.AspNetCore.Connections;

namespace KnowledgeGraph.Server;

/// <summary>The process: the parts that it is made of, and its end.</summary>
public static class ServerApplication
{
    public static async Task<int> RunAsync(string urls, string storeAddress, bool withSamples, CancellationToken cancellationToken)
    {
        // The schema is made while the store is opened: a start is over sooner.
        var executor = Task.Run(() => new GraphQLExecutor(GraphSchema.Create()), cancellationToken);
        await using var store = await StoreAddress.OpenAsync(storeAddress, cancellationToken);
        await using var application = Create(urls, store, await executor, withSamples);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new UserException($"The address {urls} is in use: stop the other program, or choose another port with --urls.", exception);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException or IOException or System.Net.Sockets.SocketException)
        {
            throw new UserException($"The server cannot listen at '{urls}': {exception.Message}", exception);
        }

        await application.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Makes the application on an open store, not yet listening.</summary>
    public static WebApplication Create(string urls, IGraphStore store, GraphQLExecutor executor, bool withSamples)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // Why the host did not start is said once, by the caller, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(store)
            .AddSingleton<Extractor>()
            .AddSingleton<IngestionPipeline>()
            .AddSingleton<Readiness>();
        if (withSamples)
            builder.Services.AddHostedService<SamplePages>();
        else
            builder.Services.AddHostedService<ReadyAtOnce>();

        var application = builder.Build();
        application.UseWebSockets();
        application.MapGraphQL("/graphql", executor);
        application.MapGraphiQL("/graphiql", "/graphql");
        application.MapGet("/", StartPage.WriteAsync);
        application.MapGet("/health/live", () => Results.Text("alive"));
        application.MapGet("/health/ready", (Readiness readiness) =>
            readiness.IsReady ? Results.Text("ready") : Results.Text("loading", statusCode: StatusCodes.Status503ServiceUnavailable));
        return application;
    }
}
