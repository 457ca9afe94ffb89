using System.Runtime.CompilerServices;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>A function of the parent alone: read while the response is written.</summary>
internal sealed class PropertyResolver<TParent, TValue>(Func<TParent, TValue> read, Completion<TValue>? completion = null)
    : FieldResolver<TValue>(completion)
{
    public override bool IsImmediate => true;

    public override FieldResolver For(GraphQLType type) =>
        new PropertyResolver<TParent, TValue>(read, Completions.For<TValue>(type)) { Source = Source };

    public override Task? Start(FieldContext context, CancellationToken cancellationToken)
    {
        for (var row = 0; row < context.RowCount; row++)
        {
            try
            {
                Expand(context, row, read((TParent)context.ParentOf(row)));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                context.AddFailure(row, exception);
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Write(object parent, FieldContext context, int row, ResponseWriter writer) =>
        Completion.Write(read((TParent)parent), context, row, writer);
}

/// <summary>A function of the parent and the context, without waiting.</summary>
internal sealed class FunctionResolver<TParent, TValue>(Func<TParent, FieldContext, TValue> read, Completion<TValue>? completion = null)
    : FieldResolver<TValue>(completion)
{
    public override bool IsImmediate => true;

    public override FieldResolver For(GraphQLType type) =>
        new FunctionResolver<TParent, TValue>(read, Completions.For<TValue>(type)) { Source = Source };

    public override Task? Start(FieldContext context, CancellationToken cancellationToken)
    {
        for (var row = 0; row < context.RowCount; row++)
        {
            try
            {
                Expand(context, row, read((TParent)context.ParentOf(row), context));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                context.AddFailure(row, exception);
            }
        }

        return null;
    }

    public override bool Write(object parent, FieldContext context, int row, ResponseWriter writer) =>
        Completion.Write(read((TParent)parent, context), context, row, writer);
}

/// <summary>One call for all parents of a level.</summary>
internal sealed class BatchResolver<TParent, TValue>(
    Func<IReadOnlyList<TParent>, FieldContext, CancellationToken, ValueTask<IReadOnlyList<TValue>>> read, Completion<TValue>? completion = null)
    : FieldResolver<TValue>(completion)
{
    public override FieldResolver For(GraphQLType type) =>
        new BatchResolver<TParent, TValue>(read, Completions.For<TValue>(type)) { Source = Source };

    public override Task? Start(FieldContext context, CancellationToken cancellationToken)
    {
        var pending = read(new Parents<TParent>(context), context, cancellationToken);
        if (!pending.IsCompletedSuccessfully)
            return (Task)(context.Values = pending.AsTask());

        Complete(context, pending.Result);
        return null;
    }

    public override void Finish(FieldContext context) => Complete(context, ((Task<IReadOnlyList<TValue>>)context.Values!).Result);
}

/// <summary>One call a parent, all parents of a level at the same time.</summary>
internal sealed class AsyncResolver<TParent, TValue>(
    Func<TParent, FieldContext, CancellationToken, ValueTask<TValue>> read, Completion<TValue>? completion = null)
    : FieldResolver<TValue>(completion)
{
    public override FieldResolver For(GraphQLType type) =>
        new AsyncResolver<TParent, TValue>(read, Completions.For<TValue>(type)) { Source = Source };

    public override Task? Start(FieldContext context, CancellationToken cancellationToken)
    {
        var values = new TValue[context.RowCount];
        List<Task>? waiting = null;
        for (var row = 0; row < values.Length; row++)
        {
            try
            {
                var pending = read((TParent)context.ParentOf(row), context, cancellationToken);
                if (pending.IsCompletedSuccessfully)
                    values[row] = pending.Result;
                else
                    (waiting ??= []).Add(Await(pending, values, row, context));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                context.Fail(row, exception);
            }
        }

        context.Values = values;
        if (waiting is not null)
            return Task.WhenAll(waiting);

        Complete(context, values);
        return null;
    }

    private static async Task Await(ValueTask<TValue> pending, TValue[] values, int row, FieldContext context)
    {
        try
        {
            values[row] = await pending;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.Fail(row, exception);
        }
    }

    public override void Finish(FieldContext context) => Complete(context, (TValue[])context.Values!);
}

/// <summary><c>__typename</c>: the name of the type that the parent is found to be of.</summary>
internal sealed class TypeNameResolver : FieldResolver
{
    public static TypeNameResolver Instance { get; } = new();

    public override Type ValueType => typeof(string);

    public override bool IsImmediate => true;

    public override FieldResolver For(GraphQLType type) => this;

    public override bool Write(object parent, FieldContext context, int row, ResponseWriter writer)
    {
        writer.Raw(context.TypeNameOf(row));
        return true;
    }
}

/// <summary>The parents of a level as a batch resolver sees them.</summary>
internal sealed class Parents<TParent>(FieldContext context) : IReadOnlyList<TParent>
{
    public int Count => context.RowCount;

    public TParent this[int index] =>
        (uint)index < (uint)context.RowCount ? (TParent)context.ParentOf(index) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<TParent> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
