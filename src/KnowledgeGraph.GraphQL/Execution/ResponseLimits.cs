namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>How long a request may take, and how large a response may be.</summary>
internal sealed record ResponseLimits(TimeSpan Time, int MaxBytes, TimeProvider Clock)
{
    /// <summary>Begins to count the time, unless nothing has to be waited for.</summary>
    public Deadline Begin(bool waits, CancellationToken cancellationToken) => new(waits ? this : null, cancellationToken);
}

/// <summary>When a request must have been answered.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly ResponseLimits? _limits;
    private readonly CancellationTokenSource? _limit;
    private readonly CancellationTokenSource? _both;

    public Deadline(ResponseLimits? limits, CancellationToken caller)
    {
        _caller = caller;
        _limits = limits;
        if (limits is null)
            return;

        _limit = new CancellationTokenSource(limits.Time, limits.Clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, caller);
    }

    /// <summary>Is cancelled when the time is over or the caller gives up.</summary>
    public CancellationToken Token => _both?.Token ?? _caller;

    /// <summary>Waits no longer than the deadline: a resolver that does not look at its token must not keep the client waiting.</summary>
    public ValueTask<T> WaitAsync<T>(ValueTask<T> pending) =>
        pending.IsCompletedSuccessfully ? pending : new ValueTask<T>(pending.AsTask().WaitAsync(Token));

    /// <summary>What the client is told of an execution that ended early; null if it is the caller who ended it.</summary>
    public GraphQLError? ErrorOf(OperationCanceledException exception) => exception switch
    {
        ExecutionAbortedException aborted => aborted.Error,
        _ when _caller.IsCancellationRequested => null,
        _ when _limit is { IsCancellationRequested: true } => ExecutionErrors.TimedOut(_limits!.Time),

        // What a resolver waited for gave up by itself, as a client of HTTP does at its own time limit.
        _ => ExecutionErrors.Internal(),
    };

    public void Dispose()
    {
        _both?.Dispose();
        _limit?.Dispose();
    }
}
