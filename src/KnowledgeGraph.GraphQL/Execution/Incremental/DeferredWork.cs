namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Resolvers that are called after a part of the response was delivered, one call a field for all objects or lists of the work.</summary>
internal abstract class DeferredWork(OperationExecution execution)
{
    protected OperationExecution Execution { get; } = execution.Beside();

    /// <summary>Why all of it failed; null as long as it did not.</summary>
    public GraphQLError? Failure { get; private set; }

    /// <summary>Calls the resolvers. Nothing is thrown but what ends the whole response.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(cancellationToken);
        }
        catch (OperationCanceledException exception) when (exception is not ExecutionAbortedException && !cancellationToken.IsCancellationRequested)
        {
            Failure = ExecutionErrors.Internal();
        }
    }

    protected abstract Task CallAsync(CancellationToken cancellationToken);

    /// <summary>Writes what was got into a part of the response.</summary>
    public abstract void Write(PayloadWriter payload);

    public abstract void Release();

    /// <summary>Says that something of the groups cannot be delivered, and so nothing more of them.</summary>
    protected static void Fail(DeliveryGroup[] groups, IReadOnlyList<GraphQLError> errors)
    {
        foreach (var group in groups)
            group.Fail(errors);
    }

    /// <summary>The errors of the execution, by the part of the response that they lie in.</summary>
    /// <param name="depth">How many steps of a path tell the part.</param>
    protected ILookup<string, GraphQLError> ErrorsByPath(int depth) => Execution.Errors.ToLookup(error => Key(error.Path!.Take(depth)));

    protected static string Key(IEnumerable<object> path) => string.Join('/', path);
}
