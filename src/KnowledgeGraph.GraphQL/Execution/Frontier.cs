using System.Buffers;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>All objects that one selection set is executed on: one level of one branch of the operation.</summary>
internal sealed class Frontier
{
    private readonly int[]? _originRows;
    private object[] _objects;
    private int[]? _types;

    /// <param name="plan">What is asked of the objects.</param>
    /// <param name="origin">The field whose values they are.</param>
    /// <param name="originRows">Which of the origin's values each row is, when it is not simply the next.</param>
    public Frontier(SelectionPlan plan, FieldContext? origin, int[]? originRows = null)
    {
        Plan = plan;
        Origin = origin;
        Depth = origin is null ? 0 : origin.ParentFrontier.Depth + 1;
        _originRows = originRows;
        _objects = ArrayPool<object>.Shared.Rent(4);
        Fields = plan.Fields.Length == 0 ? [] : new FieldContext?[plan.Fields.Length];
        if (!plan.IsConcrete)
            _types = ArrayPool<int>.Shared.Rent(4);
    }

    public SelectionPlan Plan { get; }

    /// <summary>The field whose values these objects are; null at the root.</summary>
    public FieldContext? Origin { get; }

    /// <summary>How many levels lie above.</summary>
    public int Depth { get; }

    public int Count { get; private set; }

    /// <summary>The fields that are being executed on these objects, by <see cref="FieldPlan.Index"/>.</summary>
    public FieldContext?[] Fields { get; }

    public object this[int row] => _objects[row];

    /// <summary>Which of the origin's values the object of a row is.</summary>
    public int OriginRow(int row) => _originRows is null ? row : _originRows[row];

    /// <summary>Which of the plan's possible types the object of a row is.</summary>
    public int TypeOf(int row) => _types is null ? 0 : _types[row];

    /// <summary>Adds an object.</summary>
    /// <returns>False if it is of none of the types that the field may return.</returns>
    public bool TryAdd(object value)
    {
        if (Count == _objects.Length)
            Grow();

        if (_types is not null)
        {
            var type = Plan.TypeIndexOf(value);
            if (type < 0)
                return false;
            _types[Count] = type;
        }

        _objects[Count++] = value;
        return true;
    }

    private void Grow()
    {
        var larger = ArrayPool<object>.Shared.Rent(2 * Count);
        Array.Copy(_objects, larger, Count);
        ArrayPool<object>.Shared.Return(_objects, clearArray: true);
        _objects = larger;
        if (_types is null)
            return;

        var types = ArrayPool<int>.Shared.Rent(larger.Length);
        _types.AsSpan(0, Count).CopyTo(types);
        ArrayPool<int>.Shared.Return(_types);
        _types = types;
    }

    public void Truncate(int count)
    {
        Array.Clear(_objects, count, Count - count);
        Count = count;
    }

    /// <summary>Gives back what was borrowed.</summary>
    public void Release()
    {
        foreach (var field in Fields)
            field?.Release();

        Array.Clear(_objects, 0, Count);
        ArrayPool<object>.Shared.Return(_objects);
        if (_types is not null)
            ArrayPool<int>.Shared.Return(_types);
        _objects = [];
        _types = null;
        Count = 0;
    }
}
