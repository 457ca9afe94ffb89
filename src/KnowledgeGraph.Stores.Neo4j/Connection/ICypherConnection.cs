namespace KnowledgeGraph.Stores.Neo4j.Connection;

/// <summary>Runs Cypher on a server: the seam between the store and the protocol that reaches the server.</summary>
/// <remarks>
/// Values are parameters, never part of a statement. Both calls are tried again while the server is busy or away; all
/// errors come as <see cref="Graph.Storage.GraphStoreException"/>.
/// </remarks>
internal interface ICypherConnection : IDisposable
{
    /// <summary>Runs one statement that only reads.</summary>
    Task<IReadOnlyList<CypherRow>> ReadAsync(string statement, object parameters, CancellationToken cancellationToken);

    /// <summary>Runs one statement in a transaction of its own, as a change of the schema must be.</summary>
    Task RunAsync(string statement, object parameters, CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="work"/> in one transaction, again from the beginning where that fails for a passing reason.</summary>
    /// <remarks>The outcome of a commit may be lost with the connection: the work must come to the same when it is done twice.</remarks>
    Task<T> WriteAsync<T>(Func<ICypherTransaction, Task<T>> work, CancellationToken cancellationToken);
}

/// <summary>A transaction that writes.</summary>
internal interface ICypherTransaction
{
    Task<IReadOnlyList<CypherRow>> RunAsync(string statement, object parameters);
}
