using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Completes the values of a field (CompleteValue, section 6.4.3): leaves are written, objects go to the next level.</summary>
internal abstract class Completion<TValue>(bool isNonNull)
{
    protected bool IsNonNull { get; } = isNonNull;

    /// <summary>Writes a leaf, or a list of leaves.</summary>
    /// <returns>False if it is null where null may not be; the error is recorded and nothing is left written.</returns>
    public virtual bool Write(TValue value, FieldContext context, int row, ResponseWriter writer) => throw new NotSupportedException();

    /// <summary>Puts an object, or a list of objects, on the next level and says so in the cells of <paramref name="context"/>.</summary>
    public virtual void Expand(TValue value, FieldContext context, int depth) => throw new NotSupportedException();

    /// <summary>Writes the items of a list of leaves that come after those it was broken off at.</summary>
    /// <returns>False if an item is null where null may not be; those before it are left written.</returns>
    public virtual bool WriteRest(object list, FieldContext context, int row, ResponseWriter writer) => throw new NotSupportedException();

    /// <summary>Puts the objects of a list that come after those it was broken off at on the next level.</summary>
    public virtual void ExpandRest(object list, FieldContext context) => throw new NotSupportedException();

    protected bool WriteNull(FieldContext context, int row, ResponseWriter writer)
    {
        if (IsNonNull)
        {
            context.AddError(row, writer.Indexes, ExecutionErrors.NullForNonNull(context.Plan.Definition));
            return false;
        }

        writer.Null();
        return true;
    }
}

/// <summary>A leaf that is a class, or a struct that is never null.</summary>
internal sealed class LeafCompletion<TValue>(LeafFormat<TValue> format, bool isNonNull) : Completion<TValue>(isNonNull)
{
    public override bool Write(TValue value, FieldContext context, int row, ResponseWriter writer)
    {
        if (value is null)
            return WriteNull(context, row, writer);

        format.Write(value, writer);
        return true;
    }
}

/// <summary>A leaf that is a struct or nothing.</summary>
internal sealed class NullableLeafCompletion<TValue>(LeafFormat<TValue> format, bool isNonNull) : Completion<TValue?>(isNonNull)
    where TValue : struct
{
    public override bool Write(TValue? value, FieldContext context, int row, ResponseWriter writer)
    {
        if (value is not { } known)
            return WriteNull(context, row, writer);

        format.Write(known, writer);
        return true;
    }
}

/// <summary>A list of leaves.</summary>
internal sealed class LeafListCompletion<TList, TItem>(Completion<TItem> items, bool areItemsNonNull, bool isNonNull) : Completion<TList>(isNonNull)
{
    public override bool Write(TList value, FieldContext context, int row, ResponseWriter writer)
    {
        if (value is null)
            return WriteNull(context, row, writer);

        var start = writer.Position;
        writer.Byte((byte)'[');
        var index = 0;
        foreach (var item in (IEnumerable<TItem>)value)
        {
            if (index == context.StreamAfter && writer.Indexes.Count == 0)
            {
                context.KeepRest(row, value);
                break;
            }

            if (index > 0)
                writer.Byte((byte)',');

            if (!TryWriteItem(item, index, context, row, writer))
            {
                writer.Truncate(start);
                return false;
            }

            index++;
        }

        writer.Byte((byte)']');
        return true;
    }

    public override bool WriteRest(object list, FieldContext context, int row, ResponseWriter writer)
    {
        var index = context.IndexOffset;
        foreach (var item in ((IEnumerable<TItem>)list).Skip(index))
        {
            var start = writer.Position;
            if (index > context.IndexOffset)
                writer.Byte((byte)',');

            if (!TryWriteItem(item, index, context, row, writer))
            {
                writer.Truncate(start);
                return false;
            }

            index++;
        }

        return true;
    }

    private bool TryWriteItem(TItem item, int index, FieldContext context, int row, ResponseWriter writer)
    {
        var start = writer.Position;
        writer.Indexes.Add(index);
        try
        {
            if (items.Write(item, context, row, writer))
                return true;
        }
        catch (CoercionException exception)
        {
            context.AddError(row, writer.Indexes, ExecutionErrors.Coercion(exception, context.Plan.Definition));
        }
        finally
        {
            writer.Indexes.RemoveAt(writer.Indexes.Count - 1);
        }

        writer.Truncate(start);
        if (areItemsNonNull)
            return false;

        writer.Null();
        return true;
    }
}

/// <summary>An object.</summary>
internal sealed class ObjectCompletion<TValue>(bool isNonNull) : Completion<TValue>(isNonNull)
{
    public override void Expand(TValue value, FieldContext context, int depth)
    {
        if (value is not null)
            context.AddChild(depth, value);
        else
            context.AddNull(depth, IsNonNull);
    }
}

/// <summary>A list of objects, or of lists of them.</summary>
internal sealed class ListCompletion<TList, TItem>(Completion<TItem> items, bool isNonNull) : Completion<TList>(isNonNull)
{
    public override void Expand(TList value, FieldContext context, int depth)
    {
        if (value is null)
        {
            context.AddNull(depth, IsNonNull);
            return;
        }

        context.BeginList(depth);
        switch (value)
        {
            case IEnumerable<TItem> list when depth == 0 && context.StreamAfter < int.MaxValue:
                ExpandFirst(list, context);
                break;
            case TItem[] array:
                Expand(array, context, depth);
                break;
            case List<TItem> list:
                Expand(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list), context, depth);
                break;
            default:
                foreach (var item in (IEnumerable<TItem>)value)
                    items.Expand(item, context, depth + 1);
                break;
        }

        context.EndList(depth);
    }

    private void ExpandFirst(IEnumerable<TItem> value, FieldContext context)
    {
        var list = value as IReadOnlyList<TItem> ?? [.. value];
        for (var i = 0; i < list.Count && i < context.StreamAfter; i++)
            items.Expand(list[i], context, 1);

        if (list.Count > context.StreamAfter)
            context.KeepRest(context.CurrentRow, list);
    }

    public override void ExpandRest(object list, FieldContext context)
    {
        var all = (IReadOnlyList<TItem>)list;
        context.BeginList(0);
        for (var i = context.IndexOffset; i < all.Count; i++)
            items.Expand(all[i], context, 1);
        context.EndList(0);
    }

    private void Expand(ReadOnlySpan<TItem> span, FieldContext context, int depth)
    {
        foreach (var item in span)
            items.Expand(item, context, depth + 1);
    }
}
