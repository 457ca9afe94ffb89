using System.Runtime.CompilerServices;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Answers a request in parts: first what is not deferred, then what is, as it becomes known.</summary>
/// <remarks>
/// What waits for the same defers on the same level is executed together, as levels are, so that the number of calls depends on the shape of
/// the operation alone. Nothing deferred is begun before the part that announces it has been taken.
/// </remarks>
/// <seealso href="https://github.com/graphql/graphql-spec/pull/1110"/>
internal sealed class IncrementalDelivery
{
    private readonly OperationExecution _execution;
    private readonly ResponseLimits _limits;
    private readonly PendingGroups _pending = new();
    private readonly DeferredWorks _works;
    private readonly List<(DeferredWork Work, Task Task)> _running = [];
    private readonly List<DeferredWork> _done = [];

    public IncrementalDelivery(OperationExecution execution, ResponseLimits limits)
    {
        _execution = execution;
        _limits = limits;
        _works = new DeferredWorks(execution, _pending);
    }

    /// <summary>The parts, each of which the caller disposes.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async IAsyncEnumerable<GraphQLResponse> RunAsync(OperationPlan plan, object root, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = _limits.Begin(waits: true, cancellationToken);
        var (first, frontier) = await FirstAsync(plan, root, deadline);
        yield return first;

        while (_pending.HasNext)
            yield return await NextAsync(deadline);

        if (_running.Count > 0)
            yield break;

        foreach (var work in _done)
            work.Release();
        frontier?.Release();
    }

    private async Task<(GraphQLResponse Response, Frontier? Frontier)> FirstAsync(OperationPlan plan, object root, Deadline deadline)
    {
        try
        {
            var frontier = await deadline.WaitAsync(_execution.RunAsync(plan, root, deadline.Token));
            return (WriteFirst(frontier), frontier);
        }
        catch (OperationCanceledException exception) when (deadline.ErrorOf(exception) is { } error)
        {
            return (GraphQLResponse.Failed(error), null);
        }
    }

    private GraphQLResponse WriteFirst(Frontier frontier)
    {
        var deliveries = new List<Delivery>();
        return GraphQLResponse.Write(_limits.MaxBytes, writer =>
        {
            writer.Raw("{\"data\":"u8);
            if (!new DataWriter(writer, deliveries).TryWriteObject(frontier, 0))
                writer.Null();
            ErrorWriter.WriteNext(_execution.Errors, writer);
            _execution.Cost?.WriteNext(writer);
            _works.Add(deliveries);
            if (_pending.HasNext)
                _pending.Write(writer, isFirst: false);
            writer.Byte((byte)'}');
            return (_execution.Errors.Count > 0, _pending.HasNext);
        });
    }

    private async Task<GraphQLResponse> NextAsync(Deadline deadline)
    {
        try
        {
            foreach (var work in _works.TakeReady())
                _running.Add((work, work.RunAsync(deadline.Token)));

            await Task.WhenAny(_running.Select(running => running.Task)).WaitAsync(deadline.Token);
            var finished = _running.FindAll(running => running.Task.IsCompleted);
            _running.RemoveAll(running => finished.Contains(running));
            foreach (var (_, task) in finished)
                await task;

            return WriteNext([.. finished.Select(running => running.Work)]);
        }
        catch (OperationCanceledException exception) when (deadline.ErrorOf(exception) is { } error)
        {
            _pending.FailAll(error);
            return WriteNext([]);
        }
    }

    private GraphQLResponse WriteNext(IReadOnlyList<DeferredWork> finished) => GraphQLResponse.Write(_limits.MaxBytes, writer =>
    {
        var payload = new PayloadWriter(writer);
        foreach (var work in finished)
            work.Write(payload);

        _done.AddRange(finished);
        _works.Add(payload.Deliveries);
        _pending.Settle();
        payload.End(_pending);
        return (false, _pending.HasNext);
    });
}
