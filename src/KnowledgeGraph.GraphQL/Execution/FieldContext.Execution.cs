using System.Buffers;
using KnowledgeGraph.GraphQL.Execution;

namespace KnowledgeGraph.GraphQL;

// A field being executed on all rows of a frontier: which rows, their failures, and where each value's objects lie on the next level.
public sealed partial class FieldContext
{
    private readonly Frontier _parents;
    private int[]? _rows;
    private CellList[]? _cells;
    private List<int>[]? _starts;
    private int[]? _mark;

    // The field again for the rest of its lists: rows are the lists of `source` that have a rest.
    private FieldContext(FieldContext source, IReadOnlyList<int> rows, OperationExecution execution)
        : this(source.Plan, source._parents, execution, source.ArgumentValues, [.. rows.Select(source.FrontierRow)])
    {
        IndexOffset = source.StreamAfter;
    }

    internal FieldContext(FieldPlan plan, Frontier parents, OperationExecution execution, object?[] arguments, List<int>? frontierRows = null)
    {
        Plan = plan;
        _parents = parents;
        Execution = execution;
        ArgumentValues = arguments;
        RowCount = parents.Count;
        if (frontierRows is not null)
            SelectRows(frontierRows);
        else if (!plan.AppliesToAll)
            SelectRows();

        if (plan.Selection is not null)
        {
            Children = new Frontier(plan.Selection, this);
            _cells = new CellList[plan.ListDepth + 1];
            for (var depth = 0; depth < _cells.Length; depth++)
                _cells[depth] = new CellList();
            _starts = plan.ListDepth == 0 ? [] : new List<int>[plan.ListDepth];
            for (var depth = 0; depth < _starts.Length; depth++)
                _starts[depth] = [0];
        }
    }

    internal FieldPlan Plan { get; }

    internal OperationExecution Execution { get; }

    internal object?[] ArgumentValues { get; }

    internal int RowCount { get; private set; }

    internal Frontier? Children { get; }

    /// <summary>The values of a leaf that was called for, or the call while it runs.</summary>
    internal object? Values { get; set; }

    /// <summary>What failed, by row; the error is recorded when the row is reached in order.</summary>
    internal Dictionary<int, Exception>? Failures { get; private set; }

    /// <summary>After how many items a list is broken off, to be streamed.</summary>
    internal int StreamAfter { get; set; } = int.MaxValue;

    /// <summary>The index of the first item of each list in the response.</summary>
    internal int IndexOffset { get; }

    /// <summary>The lists that were broken off, by row.</summary>
    internal Dictionary<int, object>? Rests { get; private set; }

    internal void KeepRest(int row, object list) => (Rests ??= [])[row] = list;

    /// <summary>The field for the rest of the lists of some rows.</summary>
    internal FieldContext ForRests(IReadOnlyList<int> rows, OperationExecution execution) => new(this, rows, execution);

    /// <summary>The row whose value is being added.</summary>
    internal int CurrentRow => _cells![0].Count - 1;

    internal object ParentOf(int row) => _parents[_rows is null ? row : _rows[row]];

    internal int FrontierRow(int row) => _rows is null ? row : _rows[row];

    internal ReadOnlySpan<byte> TypeNameOf(int row) => _parents.Plan.TypeNameOf(_parents.TypeOf(_rows is null ? row : _rows[row]));

    /// <summary>The row of this field for a row of its frontier: the same, unless the field applies to some types only.</summary>
    internal int RowOf(int parentRow) => _rows is null ? parentRow : Array.BinarySearch(_rows, 0, RowCount, parentRow);

    internal Frontier ParentFrontier => _parents;

    private void SelectRows()
    {
        _rows = ArrayPool<int>.Shared.Rent(Math.Max(1, _parents.Count));
        RowCount = 0;
        for (var row = 0; row < _parents.Count; row++)
        {
            if (Plan.AppliesTo(_parents.TypeOf(row)))
                _rows[RowCount++] = row;
        }
    }

    private void SelectRows(List<int> rows)
    {
        _rows = ArrayPool<int>.Shared.Rent(rows.Count);
        rows.CopyTo(_rows);
        RowCount = rows.Count;
    }

    internal void Fail(int row, Exception exception)
    {
        // Resolvers of one level run at the same time and may fail at the same time.
        lock (Execution)
            (Failures ??= [])[row] = exception;
    }

    /// <summary>Why the arguments do not fit, which fails the field for every parent.</summary>
    internal GraphQLException? ArgumentFailure { get; set; }

    /// <summary>Fails the field for every row, in place of whatever was begun.</summary>
    internal void FailAll(Exception exception)
    {
        Failures = null;
        if (_cells is not null)
        {
            Children!.Truncate(0);
            foreach (var cells in _cells)
                cells.Truncate(0);
        }

        for (var row = 0; row < RowCount; row++)
        {
            if (Plan.IsComposite)
            {
                AddFailure(row, exception);
            }
            else
            {
                Fail(row, exception);
                AddError(row, [], ExecutionErrors.From(exception, Plan.Definition));
            }
        }
    }

    internal bool IsFailed(int row) => Failures!.ContainsKey(row);

    internal bool TryFail(int row)
    {
        if (!Failures!.TryGetValue(row, out var exception))
            return false;

        AddFailure(row, exception);
        return true;
    }

    internal void AddFailure(int row, Exception exception)
    {
        _cells![0].AddMissing(CellList.Failed);
        AddError(row, [], ExecutionErrors.From(exception, Plan.Definition));
    }

    /// <summary>Records the failures of a leaf, in the order of its rows.</summary>
    internal void AddFailures()
    {
        if (Failures is null)
            return;

        foreach (var (row, exception) in Failures.OrderBy(failure => failure.Key))
            AddError(row, [], ExecutionErrors.From(exception, Plan.Definition));
    }

    internal bool WriteFailure(ResponseWriter writer)
    {
        if (Plan.IsNonNull)
            return false;

        writer.Null();
        return true;
    }

    internal void AddError(int row, IReadOnlyList<int> indexes, FieldFailure failure)
    {
        var path = ResponsePath.Of(this, row);
        foreach (var index in indexes)
            path.Add(index);
        Execution.AddError(new GraphQLError(failure.Message, Plan.Locations) { Path = path, Code = failure.Code });
    }

    internal void AddChild(int depth, object value)
    {
        Execution.CountObject();
        if (Children!.TryAdd(value))
        {
            _cells![depth].AddNext(Children.Count - 1);
            return;
        }

        AddErrorHere(depth, ExecutionErrors.UnknownRuntimeType(Plan.Definition.Type.Named.Name, Plan.Definition));
        _cells![depth].AddMissing(CellList.Failed);
    }

    internal void AddNull(int depth, bool isNonNull)
    {
        if (isNonNull)
            AddErrorHere(depth, ExecutionErrors.NullForNonNull(Plan.Definition));
        _cells![depth].AddMissing(isNonNull ? CellList.Failed : CellList.Null);
    }

    internal void BeginList(int depth) => _cells![depth].AddNext(_starts![depth].Count - 1);

    internal void EndList(int depth) => _starts![depth].Add(_cells![depth + 1].Count);

    // The value being added at a depth: its row, and its index in each list that is open around it.
    private void AddErrorHere(int depth, FieldFailure failure)
    {
        var indexes = new List<int>(depth);
        for (var outer = 0; outer < depth; outer++)
            indexes.Add((outer == 0 ? IndexOffset : 0) + _cells![outer + 1].Count - _starts![outer][^1] - (outer + 1 < depth ? 1 : 0));

        AddError(_cells![0].Count - (depth > 0 ? 1 : 0), indexes, failure);
    }

    internal int CellOf(int depth, int index) => _cells![depth][index];

    internal (int Start, int End) ListOf(int depth, int list) => (_starts![depth][list], _starts[depth][list + 1]);

    /// <summary>Remembers the state before a row, to go back to when the row's list breaks off halfway.</summary>
    internal void Mark()
    {
        if (Plan.ListDepth == 0)
            return;

        _mark ??= new int[(2 * _cells!.Length) + 1];
        _mark[^1] = Children!.Count;
        for (var depth = 0; depth < _cells!.Length; depth++)
        {
            _mark[2 * depth] = _cells[depth].Count;
            _mark[(2 * depth) + 1] = depth < _starts!.Length ? _starts[depth].Count : 0;
        }
    }

    internal void Undo()
    {
        if (_mark is null)
            return;

        Children!.Truncate(_mark[^1]);
        for (var depth = 0; depth < _cells!.Length; depth++)
        {
            _cells[depth].Truncate(_mark[2 * depth]);
            if (depth < _starts!.Length)
                _starts[depth].RemoveRange(_mark[(2 * depth) + 1], _starts[depth].Count - _mark[(2 * depth) + 1]);
        }
    }

    /// <summary>Where a child lies: the row it belongs to and its indexes, outermost first.</summary>
    internal int Locate(int child, List<int> indexes)
    {
        var index = _cells![Plan.ListDepth].IndexOf(child);
        for (var depth = Plan.ListDepth - 1; depth >= 0; depth--)
        {
            // Empty lists share a start with their successor; the last of the equal starts is the list that has items.
            var list = _starts![depth].BinarySearch(index);
            list = list < 0 ? ~list - 1 : list;
            while (list + 1 < _starts[depth].Count - 1 && _starts[depth][list + 1] == index)
                list++;

            indexes.Insert(0, (depth == 0 ? IndexOffset : 0) + index - _starts[depth][list]);
            index = _cells[depth].IndexOf(list);
        }

        return index;
    }

    /// <summary>Gives back what was borrowed for the execution.</summary>
    internal void Release()
    {
        Children?.Release();
        if (_cells is not null)
        {
            foreach (var cells in _cells)
                cells.Release();
        }

        if (_rows is not null)
            ArrayPool<int>.Shared.Return(_rows);
        _rows = null;
        _cells = null;
        _starts = null;
    }
}
