namespace KnowledgeGraph.Graph.Storage;

/// <summary>The order of a list that is read by keysets: by a key, then by id. In the words that SQL and Cypher share.</summary>
/// <param name="Key">What the list is ordered by: a column or a property of the query.</param>
/// <param name="Id">The id, ascending.</param>
/// <param name="IsDescending">Whether the greatest key comes first.</param>
public sealed record KeysetOrder(string Key, string Id, bool IsDescending)
{
    /// <summary>What follows <c>ORDER BY</c>.</summary>
    public string By(bool isBackward) => isBackward
        ? $"{Key} {(IsDescending ? "ASC" : "DESC")}, {Id} DESC"
        : $"{Key} {(IsDescending ? "DESC" : "ASC")}, {Id} ASC";

    /// <summary>Whether a row comes behind a cursor whose key and id stand in two parameters; true where there is none.</summary>
    public string Behind(Keyset? cursor, string key, string id) => Beside(cursor, key, id, IsDescending ? '<' : '>', '>');

    /// <summary>Whether a row comes before a cursor whose key and id stand in two parameters; true where there is none.</summary>
    public string Before(Keyset? cursor, string key, string id) => Beside(cursor, key, id, IsDescending ? '>' : '<', '<');

    /// <remarks>The bound of the key stands alone, so that an index is read from there on. Without a cursor both parameters are named all the same.</remarks>
    private string Beside(Keyset? cursor, string key, string id, char ofKeys, char ofIds) => cursor is null
        ? $"{key} IS NULL AND {id} IS NULL"
        : $"{Key} {ofKeys}= {key} AND ({Key} {ofKeys} {key} OR {Id} {ofIds} {id})";
}
