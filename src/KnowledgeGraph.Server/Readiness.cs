namespace KnowledgeGraph.Server;

/// <summary>Whether the server answers from all that it is to load at its start.</summary>
internal sealed class Readiness
{
    private volatile bool _isReady;

    public bool IsReady => _isReady;

    public void Declare() => _isReady = true;
}

/// <summary>The start of a server that has nothing to load.</summary>
internal sealed class ReadyAtOnce(Readiness readiness) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        readiness.Declare();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
