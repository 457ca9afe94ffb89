namespace KnowledgeGraph.Stores.Neo4j.Connection;

/// <summary>What a server said was wrong, with its own code: the inner exception of what the store throws.</summary>
internal sealed class ServerErrorException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>Whether two writers were in each other's way: over within milliseconds.</summary>
    public bool IsConflict => Neo4jErrors.Conflicts.Contains(Code);

    /// <summary>Whether the server could make nothing of the request: to one in a transaction it says so when it does not know that transaction.</summary>
    public bool IsInvalidRequest => Code == "Neo.ClientError.Request.Invalid";
}
