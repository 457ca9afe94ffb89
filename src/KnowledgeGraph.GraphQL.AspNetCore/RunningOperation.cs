namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>An operation over WebSocket, until it ends or its client is done with it, whichever comes first.</summary>
internal sealed class RunningOperation : IDisposable
{
    private readonly CancellationTokenSource _ending;
    private readonly Lock _lock = new();
    private bool _hasEnded;

    public RunningOperation(CancellationToken connection)
    {
        _ending = CancellationTokenSource.CreateLinkedTokenSource(connection);
        Token = _ending.Token;
    }

    public CancellationToken Token { get; }

    /// <summary>Asks it to end; nothing happens when it has.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (!_hasEnded)
                _ending.Cancel();
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _hasEnded = true;
        _ending.Dispose();
    }
}
