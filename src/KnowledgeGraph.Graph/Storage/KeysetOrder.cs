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

    /// <summary>Whether a row comes behind the one whose key and id stand in two parameters; true where the id is null.</summary>
    public string Behind(string key, string id) => Beside(key, id, IsDescending ? '<' : '>', '>');

    /// <summary>Whether a row comes before the one whose key and id stand in two parameters; true where the id is null.</summary>
    public string Before(string key, string id) => Beside(key, id, IsDescending ? '>' : '<', '<');

    private string Beside(string key, string id, char ofKeys, char ofIds) =>
        $"({id} IS NULL OR {Key} {ofKeys} {key} OR ({Key} = {key} AND {Id} {ofIds} {id}))";
}
