namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Writes the data of an execution once all its levels have run, and propagates nulls by taking back what was written.</summary>
/// <param name="writer">Where to.</param>
/// <param name="deliveries">Where what must be delivered later is put down, for each object and list that is part of the response.</param>
internal sealed class DataWriter(ResponseWriter writer, List<Delivery>? deliveries = null)
{
    /// <returns>False if a field of the object is null where null may not be; nothing of the object is left written.</returns>
    public bool TryWriteObject(Frontier frontier, int row)
    {
        var start = Here;
        var fields = frontier.Plan.FieldsByType[frontier.TypeOf(row)];
        writer.Byte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            writer.Raw(i == 0 ? field.Key : field.NextKey);
            if (!TryWriteField(field, frontier, row))
            {
                GoBack(start);
                return false;
            }
        }

        writer.Byte((byte)'}');
        if (deliveries is not null && frontier.Plan.Defers(frontier.TypeOf(row)))
            deliveries.Add(new Delivery(frontier, null, row));
        return true;
    }

    private (int Position, int Deliveries) Here => (writer.Position, deliveries?.Count ?? 0);

    // What is taken back is not delivered, and nothing in it is delivered later.
    private void GoBack((int Position, int Deliveries) start)
    {
        writer.Truncate(start.Position);
        deliveries?.RemoveRange(start.Deliveries, deliveries.Count - start.Deliveries);
    }

    private void DeliverRest(FieldContext context, int row)
    {
        if (context.Rests is { } rests && rests.ContainsKey(row))
            deliveries?.Add(new Delivery(null, context, row));
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
            {
                DeliverRest(context, row);
                return true;
            }
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
        {
            if (depth == 0)
                DeliverRest(context, index);
            return true;
        }

        if (context.Plan.NonNullAt[depth])
            return false;

        writer.Null();
        return true;
    }

    private bool TryWriteList(FieldContext context, int depth, int list)
    {
        var start = Here;
        var (first, end) = context.ListOf(depth, list);
        writer.Byte((byte)'[');
        for (var index = first; index < end; index++)
        {
            if (index > first)
                writer.Byte((byte)',');
            if (!TryWriteValue(context, depth + 1, index))
            {
                GoBack(start);
                return false;
            }
        }

        writer.Byte((byte)']');
        return true;
    }

    /// <summary>Writes the items of a list of objects that come after those it was broken off at.</summary>
    /// <returns>The index in the list of the item that is null where null may not be, or a negative number.</returns>
    public int WriteRest(FieldContext rest, int row)
    {
        var (first, end) = rest.ListOf(0, rest.CellOf(0, row));
        for (var index = first; index < end; index++)
        {
            var start = Here;
            if (index > first)
                writer.Byte((byte)',');
            if (!TryWriteValue(rest, 1, index))
            {
                GoBack(start);
                return rest.IndexOffset + index - first;
            }
        }

        return -1;
    }

    /// <summary>Writes the items of a list of leaves that come after those it was broken off at.</summary>
    /// <inheritdoc cref="WriteRest(FieldContext, int)"/>
    public int WriteRest(FieldContext rest, int row, object list)
    {
        var known = rest.Execution.Errors.Count;
        if (rest.Plan.Resolver.WriteRest(list, rest, row, writer))
            return -1;

        // The item that ended the list is the one that failed last.
        var steps = ResponsePath.Of(rest, row).Count;
        return rest.Execution.Errors.Count > known ? (int)rest.Execution.Errors[^1].Path![steps] : rest.IndexOffset;
    }
}
