using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>How a field gets its values for all parents of a level, and what becomes of them.</summary>
internal abstract class FieldResolver
{
    /// <summary>Which binding this is of: fields of several types that share one are resolved in one call.</summary>
    public object Source { get; protected init; } = new();

    public abstract Type ValueType { get; }

    /// <summary>Whether the values are known without a call, as the response is written. Otherwise the level calls for them.</summary>
    public virtual bool IsImmediate => false;

    /// <summary>The same binding for a field of the given type.</summary>
    /// <exception cref="MismatchException">The values cannot be of that type.</exception>
    public abstract FieldResolver For(GraphQLType type);

    /// <summary>Asks for the values of all rows; what is known at once is expanded at once.</summary>
    /// <returns>What to wait for before <see cref="Finish"/>, or <see langword="null"/>.</returns>
    public virtual Task? Start(FieldContext context, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Takes the values that <see cref="Start"/> waited for.</summary>
    public virtual void Finish(FieldContext context)
    {
    }

    /// <summary>Writes the leaf of one row.</summary>
    /// <returns>False if it is null where null may not be.</returns>
    public abstract bool Write(object parent, FieldContext context, int row, ResponseWriter writer);

    /// <inheritdoc cref="Completion{TValue}.WriteRest"/>
    public virtual bool WriteRest(object list, FieldContext context, int row, ResponseWriter writer) => throw new NotSupportedException();

    /// <inheritdoc cref="Completion{TValue}.ExpandRest"/>
    public virtual void ExpandRest(object list, FieldContext context) => throw new NotSupportedException();
}

/// <summary>A resolver whose values are of a known type.</summary>
internal abstract class FieldResolver<TValue>(Completion<TValue>? completion) : FieldResolver
{
    protected Completion<TValue> Completion { get; } = completion!;

    public override Type ValueType => typeof(TValue);

    /// <summary>Expands the values of all rows, in their order, when the field's type is composite; keeps them otherwise.</summary>
    protected void Complete(FieldContext context, IReadOnlyList<TValue> values)
    {
        if (values.Count != context.RowCount)
            throw new InvalidOperationException($"The resolver of {context.Plan.Definition} gave {values.Count} values for {context.RowCount} parents.");

        if (!context.Plan.IsComposite)
        {
            context.Values = values;
            context.AddFailures();
            return;
        }

        for (var row = 0; row < values.Count; row++)
            Expand(context, row, values[row]);
    }

    protected void Expand(FieldContext context, int row, TValue value)
    {
        if (context.Failures is not null && context.TryFail(row))
            return;

        context.Mark();
        try
        {
            Completion.Expand(value, context, 0);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.Undo();
            context.AddFailure(row, exception);
        }
    }

    public override bool WriteRest(object list, FieldContext context, int row, ResponseWriter writer) =>
        Completion.WriteRest(list, context, row, writer);

    public override void ExpandRest(object list, FieldContext context) => Completion.ExpandRest(list, context);

    public override bool Write(object parent, FieldContext context, int row, ResponseWriter writer)
    {
        if (context.Failures is not null && context.IsFailed(row))
            return context.WriteFailure(writer);

        return Completion.Write(((IReadOnlyList<TValue>)context.Values!)[row], context, row, writer);
    }
}
