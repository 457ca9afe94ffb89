using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.Worker;

/// <summary>The process: the parts that it is made of, and its end.</summary>
internal static class WorkerHost
{
    public static async Task<int> RunAsync(DirectoryInfo folder, string storeAddress, CancellationToken cancellationToken)
    {
        if (!folder.Exists)
            throw new UserException($"The folder '{folder}' does not exist: make it first, or name another.");

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(services => StoreAddress.Create(storeAddress, services.GetRequiredService<ILogger<IGraphStore>>()))
            .AddSingleton<Extractor>()
            .AddSingleton<IngestionPipeline>()
            .AddSingleton(new Inbox(folder))
            .AddSingleton<InboxReader>()
            .AddHostedService<InboxReader>(services => services.GetRequiredService<InboxReader>());
        var host = builder.Build();
        var reader = host.Services.GetRequiredService<InboxReader>();
        await host.RunAsync(cancellationToken);

        // A store that refuses for good (a wrong password) ended the reader; it is said here, in one line.
        return reader.Refusal is { } refusal ? throw refusal : 0;
    }
}
