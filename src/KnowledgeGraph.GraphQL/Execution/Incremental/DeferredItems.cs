namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>The rests of the lists of one field.</summary>
internal sealed class DeferredItems(FieldContext field, OperationExecution execution) : DeferredWork(execution)
{
    private FieldContext? _rest;

    public FieldContext Field { get; } = field;

    /// <summary>Each list, with what it was announced as.</summary>
    public List<(int Row, DeliveryGroup Group)> Parts { get; } = [];

    protected override async Task CallAsync(CancellationToken cancellationToken)
    {
        _rest = Field.ForRests([.. Parts.Select(part => part.Row)], Execution);
        if (!Field.Plan.IsComposite)
            return;

        try
        {
            foreach (var (row, _) in Parts)
                Field.Plan.Resolver.ExpandRest(Field.Rests![row], _rest);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _rest.FailAll(exception);
        }

        if (_rest.Children!.Count > 0)
            await Execution.RunAsync(_rest.Children, cancellationToken);
    }

    public override void Write(PayloadWriter payload)
    {
        var depth = Parts[0].Group.Path.Count;
        var before = ErrorsByPath(depth);
        for (var i = 0; i < Parts.Count; i++)
        {
            var group = Parts[i].Group;
            if (Failure is not null || (Field.Plan.IsComposite && _rest!.CellOf(0, i) < 0))
                group.Fail(Failure is null ? [.. before[Key(group.Path)]] : [Failure]);
            else
                Write(payload, i, before[Key(group.Path)]);
        }
    }

    private void Write(PayloadWriter payload, int row, IEnumerable<GraphQLError> before)
    {
        var group = Parts[row].Group;
        var known = Execution.Errors.Count;
        payload.BeginItems();
        var failed = Field.Plan.IsComposite
            ? payload.Data.WriteRest(_rest!, row)
            : payload.Data.WriteRest(_rest!, row, Field.Rests![Parts[row].Row]);
        var errors = before.Concat(Execution.Errors.Skip(known)).ToLookup(error => failed >= 0 && IndexIn(group, error) >= failed);
        payload.EndItems(group, [.. errors[false]]);
        if (failed >= 0)
            group.Fail([.. errors[true]]);
    }

    private static int IndexIn(DeliveryGroup group, GraphQLError error) =>
        error.Path!.Count > group.Path.Count && error.Path[group.Path.Count] is int index ? index : -1;

    public override void Release() => _rest?.Release();
}
