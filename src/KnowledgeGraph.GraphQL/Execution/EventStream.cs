using System.Runtime.CompilerServices;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Answers a subscription: its operation is executed again for each event (Subscribe, section 6.2.3).</summary>
/// <param name="plan">The operation.</param>
/// <param name="execution">The execution that the stream of events is asked for in.</param>
/// <param name="answer">Executes the operation on the event that is its root.</param>
internal sealed class EventStream(
    OperationPlan plan, OperationExecution execution, Func<StreamEvent, CancellationToken, ValueTask<GraphQLResponse>> answer)
{
    /// <summary>A response for each event, each of which the caller disposes. An error of the stream is the last response.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async IAsyncEnumerable<GraphQLResponse> RunAsync(object root, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var field = execution.BeginStream(plan, root);
        if (TrySubscribe(field, cancellationToken, out var refusal) is not { } events)
        {
            yield return refusal!;
            yield break;
        }

        var moving = Task.FromResult(false);
        try
        {
            while (true)
            {
                moving = events.MoveNextAsync().AsTask();
                if (await FailureOfAsync(field, moving, cancellationToken) is { } failure)
                {
                    yield return failure;
                    yield break;
                }

                if (!await moving)
                    yield break;

                yield return await answer(new StreamEvent(events.Current), cancellationToken);
            }
        }
        finally
        {
            await EndAsync(events, moving);
        }
    }

    // A stream that does not look at its token is left to itself: it ends when it gives its next event.
    private static async ValueTask EndAsync(IAsyncEnumerator<object?> events, Task moving)
    {
        if (moving.IsCompleted)
            await events.DisposeAsync();
        else
            _ = moving.ContinueWith(_ => events.DisposeAsync().AsTask(), TaskScheduler.Default);
    }

    private static IAsyncEnumerator<object?>? TrySubscribe(FieldContext field, CancellationToken cancellationToken, out GraphQLResponse? refusal)
    {
        refusal = null;
        try
        {
            if (field.ArgumentFailure is { } failure)
                throw failure;
            return ((IStreamResolver)field.Plan.Resolver).Events(field, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            refusal = GraphQLResponse.Refused([ErrorOf(field, exception)]);
            return null;
        }
    }

    private static async ValueTask<GraphQLResponse?> FailureOfAsync(FieldContext field, Task<bool> moving, CancellationToken cancellationToken)
    {
        try
        {
            await moving.WaitAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return GraphQLResponse.Refused([ErrorOf(field, exception)]);
        }
    }

    private static GraphQLError ErrorOf(FieldContext field, Exception exception)
    {
        var failure = ExecutionErrors.From(exception, field.Plan.Definition);
        return new GraphQLError(failure.Message, field.Plan.Locations) { Path = [field.Plan.ResponseName], Code = failure.Code };
    }
}
