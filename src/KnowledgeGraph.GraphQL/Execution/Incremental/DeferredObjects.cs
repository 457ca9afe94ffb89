namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>What is deferred of the objects of one frontier and waits for the same defers.</summary>
internal sealed class DeferredObjects(DeferredSelection selection, Frontier source, OperationExecution execution) : DeferredWork(execution)
{
    private Frontier? _frontier;

    public DeferredSelection Selection { get; } = selection;

    public Frontier Source { get; } = source;

    /// <summary>Each object, with the groups that its part belongs to.</summary>
    public List<(int Row, DeliveryGroup[] Groups)> Parts { get; init; } = [];

    /// <summary>Takes out the objects of which something may be delivered now, and forgets those that are lost.</summary>
    public DeferredObjects? TakeReady()
    {
        Parts.RemoveAll(part => Array.TrueForAll(part.Groups, group => group.IsLost));
        var ready = Parts.FindAll(part => Array.Exists(part.Groups, group => group.IsOpen));
        if (ready.Count == 0)
            return null;

        Parts.RemoveAll(ready.Contains);
        return new DeferredObjects(Selection, Source, Execution) { Parts = ready };
    }

    protected override async Task CallAsync(CancellationToken cancellationToken)
    {
        _frontier = new Frontier(Selection.Plan, Source.Origin, [.. Parts.Select(part => Source.OriginRow(part.Row))]);
        foreach (var (row, _) in Parts)
            _frontier.TryAdd(Source[row]);
        await Execution.RunAsync(_frontier, cancellationToken);
    }

    public override void Write(PayloadWriter payload)
    {
        var depth = ResponsePath.Of(Source, Parts[0].Row).Count;
        var before = ErrorsByPath(depth);
        for (var i = 0; i < Parts.Count; i++)
        {
            var path = ResponsePath.Of(Source, Parts[i].Row);
            if (Failure is not null)
                Fail(Parts[i].Groups, [Failure]);
            else
                Write(payload, i, path, before[Key(path)]);
        }
    }

    private void Write(PayloadWriter payload, int row, IReadOnlyList<object> path, IEnumerable<GraphQLError> before)
    {
        var groups = Parts[row].Groups;
        var known = Execution.Errors.Count;
        if (payload.TryWriteObject(_frontier!, row))
            payload.EndObject(groups, path, [.. before, .. Execution.Errors.Skip(known)]);
        else
            Fail(groups, [.. before, .. Execution.Errors.Skip(known)]);
    }

    public override void Release() => _frontier?.Release();
}
