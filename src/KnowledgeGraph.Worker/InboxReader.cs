using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Ingestion;
using KnowledgeGraph.Ingestion.Pages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace KnowledgeGraph.Worker;

/// <summary>Reads each page of the <see cref="Inbox"/> into the graph, one after the other, for as long as the process lives.</summary>
internal sealed class InboxReader : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(30);

    private readonly Inbox _inbox;
    private readonly IngestionPipeline _pipeline;
    private readonly IGraphStore _store;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _time;
    private readonly ILogger<InboxReader> _logger;
    private readonly ResiliencePipeline _untilTheStoreIsBack;

    public InboxReader(
        Inbox inbox, IngestionPipeline pipeline, IGraphStore store, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<InboxReader> logger)
    {
        (_inbox, _pipeline, _store, _lifetime, _time, _logger) = (inbox, pipeline, store, lifetime, time, logger);
        _untilTheStoreIsBack = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<GraphStoreException>(exception => exception.IsTransient),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = _longestWait,
                UseJitter = true,
                OnRetry = retry =>
                {
                    _logger.StoreAway(retry.Outcome.Exception!.Message, retry.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>Why the store will never take what is read, where that ended the reader.</summary>
    public GraphStoreException? Refusal { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _untilTheStoreIsBack.ExecuteAsync(async token => await _store.OpenAsync(token), stoppingToken);
            _logger.Watching();
            while (!stoppingToken.IsCancellationRequested)
            {
                foreach (var path in _inbox.Look())
                    await ReadAsync(path, stoppingToken);

                await Task.Delay(_pause, _time, stoppingToken);
            }
        }
        catch (GraphStoreException exception)
        {
            Refusal = exception;
            _lifetime.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is asked to end; a page that was not written yet stays in the inbox.
        }
    }

    private async Task ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        try
        {
            var page = await PageFiles.ReadAsync(path, cancellationToken);
            var outcome = await _untilTheStoreIsBack.ExecuteAsync(async token => await _pipeline.IngestAsync(page, token), cancellationToken);
            if (outcome.Graph is not { } graph)
            {
                Reject(path, outcome.Problem!);
                return;
            }

            _inbox.Complete(path);
            _logger.PageRead(name, graph.Document.Id.Value, graph.Entities.Count, graph.Evidence.Count);
        }
        catch (PageSourceException exception)
        {
            Reject(path, exception.Message);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or GraphStoreException))
        {
            // One page must not stop the others: this loop is the only place that catches everything.
            _logger.PageFailed(name, exception);
            _inbox.Reject(path, $"It could not be read: {exception.Message}");
        }
    }

    private void Reject(string path, string reason)
    {
        _inbox.Reject(path, reason);
        _logger.PageRejected(reason);
    }
}
