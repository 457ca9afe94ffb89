using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Server;

/// <summary>Reads the graph into the index at the start, so that the first question need not wait for it.</summary>
internal sealed class IndexLoading(IAdjacency adjacency, ILogger<IndexLoading> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not on the way of the start itself.
        await Task.Yield();
        try
        {
            await adjacency.BeginAsync(stoppingToken);
        }
        catch (GraphStoreException exception)
        {
            Log.IndexNotLoaded(logger, exception.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends.
        }
    }
}
