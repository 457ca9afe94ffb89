namespace KnowledgeGraph.GraphQL.Relay;

/// <summary>A part of a list, with a cursor for each item (https://relay.dev/graphql/connections.htm).</summary>
/// <remarks>
/// Unlike in the specification, which asks for one of them only, <c>hasPreviousPage</c> and <c>hasNextPage</c> are both exact: whether the
/// list has an item before the first edge, and one behind the last. Cursors are keys and not positions: what is added or taken away
/// meanwhile neither repeats nor hides an item that stays.
/// </remarks>
public sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, PageInfo PageInfo)
{
    public IEnumerable<T> Nodes => Edges.Select(edge => edge.Node);

    /// <summary>Reads the part of a list that is asked for.</summary>
    /// <param name="page">The part.</param>
    /// <param name="read">Reads items of the list.</param>
    /// <param name="keyOf">The key of an item: what the list is ordered by, and unique.</param>
    /// <param name="cursorOf">The cursor of a key.</param>
    /// <param name="cancellationToken">The request has ended.</param>
    public static async Task<Connection<T>> ReadAsync(
        PageArguments page, ReadItems<T> read, Func<T, string> keyOf, Func<string, string> cursorOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(keyOf);
        ArgumentNullException.ThrowIfNull(cursorOf);

        // One item more than asked for tells whether there is one on the side that is read to; the other side is asked.
        var items = await read(new ItemRange(page.After, page.Before, page.Count + 1, page.IsBackward), cancellationToken);
        var hasMore = items.Count > page.Count;
        var edges = items
            .Take(page.Count)
            .Select(item => (Node: item, Key: keyOf(item)))
            .Select(item => (item.Key, Edge: new Edge<T>(item.Node, cursorOf(item.Key))))
            .ToList();
        if (page.IsBackward)
            edges.Reverse();

        var first = edges.Count > 0 ? edges[0].Key : page.After;
        var last = edges.Count > 0 ? edges[^1].Key : page.Before;
        var hasPrevious = page.IsBackward && hasMore || await AnyAsync(new ItemRange(null, first, 1, IsBackward: true), isBound: first is not null);
        var hasNext = !page.IsBackward && hasMore || await AnyAsync(new ItemRange(last, null, 1, IsBackward: false), isBound: last is not null);
        return new Connection<T>(
            [.. edges.Select(edge => edge.Edge)],
            new PageInfo(hasPrevious, hasNext, edges.Count > 0 ? edges[0].Edge.Cursor : null, edges.Count > 0 ? edges[^1].Edge.Cursor : null));

        async Task<bool> AnyAsync(ItemRange range, bool isBound) => isBound && (await read(range, cancellationToken)).Count > 0;
    }
}

/// <summary>An item of a connection.</summary>
public sealed record Edge<T>(T Node, string Cursor);

/// <summary>What lies around a part of a connection.</summary>
public sealed record PageInfo(bool HasPreviousPage, bool HasNextPage, string? StartCursor, string? EndCursor);

/// <summary>Items of a list that is ordered by unique keys.</summary>
/// <param name="After">Only items behind this key; null from the beginning.</param>
/// <param name="Before">Only items before this key; null to the end.</param>
/// <param name="Count">So many at most.</param>
/// <param name="IsBackward">Whether from the end towards the beginning: the last item first.</param>
public sealed record ItemRange(string? After, string? Before, int Count, bool IsBackward);

/// <summary>Reads a range of items, in the order that the range asks for.</summary>
public delegate Task<IReadOnlyList<T>> ReadItems<T>(ItemRange range, CancellationToken cancellationToken);
