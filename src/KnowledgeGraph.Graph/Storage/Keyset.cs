namespace KnowledgeGraph.Graph.Storage;

/// <summary>The place of an item in an ordered list: what the list is ordered by, then the id.</summary>
public readonly record struct Keyset(string Key, string Id)
{
    private const char Separator = '|';

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="ArgumentException">It is not one that a page gave.</exception>
    public static Keyset Parse(string cursor)
    {
        var separator = cursor.LastIndexOf(Separator);
        return separator >= 0
            ? new Keyset(cursor[..separator], cursor[(separator + 1)..])
            : throw new ArgumentException("The cursor is not one of this list; begin without one.", nameof(cursor));
    }

    /// <summary>Reads a cursor where there is one.</summary>
    /// <exception cref="ArgumentException">It is not one that a page gave.</exception>
    public static Keyset? ParseOptional(string? cursor) => cursor is null ? null : Parse(cursor);

    public override string ToString() => $"{Key}{Separator}{Id}";
}
