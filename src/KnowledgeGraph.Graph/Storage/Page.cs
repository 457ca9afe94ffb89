namespace KnowledgeGraph.Graph.Storage;

/// <summary>Which part of a list is wanted: so many items behind a cursor.</summary>
/// <param name="First">How many, from 1 to <see cref="MaxFirst"/>.</param>
/// <param name="After">Only items behind the one with this cursor; <see langword="null"/> for the list's beginning.</param>
public sealed record PageRequest(int First, string? After = null)
{
    public const int MaxFirst = 10_000;

    /// <summary>Only items before the one with this cursor; <see langword="null"/> for the list's end.</summary>
    public string? Before { get; init; }

    /// <summary>Whether the list is read from its end towards its beginning: the last item comes first.</summary>
    public bool IsBackward { get; init; }
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

/// <summary>Lists as a whole.</summary>
public static class Pages
{
    /// <summary>All values of a list, read page by page from its beginning.</summary>
    /// <param name="size">How many are read at once.</param>
    /// <param name="read">Reads a page.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(int size, Func<PageRequest, Task<Page<T>>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var request = new PageRequest(size);
        while (true)
        {
            var page = await read(request);
            foreach (var value in page.Values)
                yield return value;

            if (!page.HasNextPage)
                yield break;

            request = request with { After = page.Items[^1].Cursor };
        }
    }
}

/// <summary>An item of a page, with the cursor that leads behind it.</summary>
public sealed record PageItem<T>(T Value, string Cursor);
