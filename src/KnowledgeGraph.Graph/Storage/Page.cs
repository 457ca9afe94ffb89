namespace KnowledgeGraph.Graph.Storage;

/// <summary>Which part of a list is wanted: so many items behind a cursor.</summary>
/// <param name="First">How many, from 1 to <see cref="MaxFirst"/>.</param>
/// <param name="After">The cursor that an earlier page gave for its last item, or <see langword="null"/> for the beginning.</param>
public sealed record PageRequest(int First, string? After = null)
{
    public const int MaxFirst = 10_000;
}

/// <summary>A part of a list.</summary>
/// <remarks>Cursors are keys, not positions: what others write meanwhile neither repeats nor hides an item.</remarks>
public sealed record Page<T>(IReadOnlyList<PageItem<T>> Items, bool HasNextPage)
{
    public static readonly Page<T> Empty = new([], HasNextPage: false);

    public IEnumerable<T> Values => Items.Select(item => item.Value);

    /// <summary>The page of <paramref name="values"/>, of which one more than asked for was read.</summary>
    public static Page<T> Of(IReadOnlyList<T> values, int first, Func<T, string> cursor) =>
        new([.. values.Take(first).Select(value => new PageItem<T>(value, cursor(value)))], values.Count > first);
}

/// <summary>An item of a page, with the cursor that leads behind it.</summary>
public sealed record PageItem<T>(T Value, string Cursor);
