using System.Buffers;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Which list or object each value of one depth is: counted up in order, with marks where there is none.</summary>
/// <remarks>As long as no value is missing the n-th cell holds n, and nothing is stored.</remarks>
internal sealed class CellList
{
    /// <summary>The value is null, where null may be.</summary>
    public const int Null = -1;

    /// <summary>The value is an error, which is recorded already.</summary>
    public const int Failed = -2;

    private int[]? _cells;

    public int Count { get; private set; }

    public int this[int index] => _cells is null ? index : _cells[index];

    public void AddNext(int next)
    {
        if (_cells is not null || next != Count)
            Store(next);
        Count++;
    }

    public void AddMissing(int mark)
    {
        Store(mark);
        Count++;
    }

    public void Truncate(int count) => Count = count;

    private void Store(int value)
    {
        if (_cells is null)
        {
            _cells = ArrayPool<int>.Shared.Rent(Math.Max(16, Count + 1));
            for (var i = 0; i < Count; i++)
                _cells[i] = i;
        }
        else if (_cells.Length == Count)
        {
            var larger = ArrayPool<int>.Shared.Rent(2 * Count);
            _cells.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<int>.Shared.Return(_cells);
            _cells = larger;
        }

        _cells[Count] = value;
    }

    /// <summary>Finds the cell that holds <paramref name="value"/>.</summary>
    public int IndexOf(int value)
    {
        if (_cells is null)
            return value;

        int low = 0, high = Count - 1;
        while (low < high)
        {
            // Cells that are not missing ascend; from a missing one go to the next that is not.
            var middle = (low + high) / 2;
            var known = middle;
            while (known < high && _cells[known] < 0)
                known++;

            if (_cells[known] >= 0 && _cells[known] < value)
                low = known + 1;
            else if (_cells[known] == value)
                return known;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Gives back what was borrowed.</summary>
    public void Release()
    {
        if (_cells is not null)
            ArrayPool<int>.Shared.Return(_cells);
        _cells = null;
        Count = 0;
    }
}
