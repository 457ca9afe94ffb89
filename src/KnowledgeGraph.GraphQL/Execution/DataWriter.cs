namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Writes the data of an execution once all its levels have run, and propagates nulls by taking back what was written.</summary>
internal sealed class DataWriter(ResponseWriter writer)
{
    /// <returns>False if a field of the object is null where null may not be; nothing of the object is left written.</returns>
    public bool TryWriteObject(Frontier frontier, int row)
    {
        var start = writer.Position;
        var fields = frontier.Plan.FieldsByType[frontier.TypeOf(row)];
        writer.Byte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            writer.Raw(i == 0 ? field.Key : field.NextKey);
            if (!TryWriteField(field, frontier, row))
            {
                writer.Truncate(start);
                return false;
            }
        }

        writer.Byte((byte)'}');
        return true;
    }

    private bool TryWriteField(FieldPlan field, Frontier frontier, int parentRow)
    {
        var context = frontier.Fields[field.Index]!;
        var row = field.AppliesToAll ? parentRow : context.RowOf(parentRow);
        return field.IsComposite ? TryWriteValue(context, 0, row) : TryWriteLeaf(field, context, frontier[parentRow], row);
    }

    private bool TryWriteLeaf(FieldPlan field, FieldContext context, object parent, int row)
    {
        var start = writer.Position;
        try
        {
            if (context.ArgumentFailure is not null && field.Resolver.IsImmediate)
                throw context.ArgumentFailure;
            if (field.Resolver.Write(parent, context, row, writer))
                return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.AddError(row, [], ExecutionErrors.From(exception, field.Definition));
            writer.Indexes.Clear();
        }

        writer.Truncate(start);
        if (field.IsNonNull)
            return false;

        writer.Null();
        return true;
    }

    private bool TryWriteValue(FieldContext context, int depth, int index)
    {
        var cell = context.CellOf(depth, index);
        var isWritten = cell >= 0 && (depth < context.Plan.ListDepth
            ? TryWriteList(context, depth, cell)
            : TryWriteObject(context.Children!, cell));
        if (isWritten)
            return true;
        if (context.Plan.NonNullAt[depth])
            return false;

        writer.Null();
        return true;
    }

    private bool TryWriteList(FieldContext context, int depth, int list)
    {
        var start = writer.Position;
        var (first, end) = context.ListOf(depth, list);
        writer.Byte((byte)'[');
        for (var index = first; index < end; index++)
        {
            if (index > first)
                writer.Byte((byte)',');
            if (!TryWriteValue(context, depth + 1, index))
            {
                writer.Truncate(start);
                return false;
            }
        }

        writer.Byte((byte)']');
        return true;
    }
}
