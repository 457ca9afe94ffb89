using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Ingestion;
using KnowledgeGraph.Ingestion.Pages;

namespace KnowledgeGraph.Server;

/// <summary>Reads the sample pages into a graph that is empty, so that the first start shows something; then the server is ready.</summary>
internal sealed class SamplePages(IServiceProvider services, IGraphStore store, Readiness readiness, ILogger<SamplePages> logger) : BackgroundService
{
    private const string Prefix = "Samples/";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for a service until it first waits itself; listening must not wait for the samples.
        await Task.Yield();
        var statistics = await store.CountAsync(stoppingToken);
        if (statistics.Documents == 0)
        {
            var pipeline = services.GetRequiredService<IngestionPipeline>();
            foreach (var name in Names())
                await pipeline.IngestAsync(Read(name), stoppingToken);

            logger.SamplesRead(Names().Count());
        }

        readiness.Declare();
    }

    private static IEnumerable<string> Names() =>
        typeof(SamplePages).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static Page Read(string name)
    {
        using var stream = typeof(SamplePages).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new Page($"sample:{name[Prefix.Length..]}", bytes.ToArray());
    }
}
