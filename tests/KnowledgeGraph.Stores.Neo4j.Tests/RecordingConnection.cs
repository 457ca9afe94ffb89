using System.Collections.Concurrent;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>A connection that remembers which statements went over it.</summary>
internal sealed class RecordingConnection(ICypherConnection inner) : ICypherConnection
{
    private readonly ConcurrentDictionary<string, bool> _statements = new(StringComparer.Ordinal);

    public ICollection<string> Statements => _statements.Keys;

    public Task<IReadOnlyList<CypherRow>> ReadAsync(string statement, object parameters, CancellationToken cancellationToken)
    {
        _statements[statement] = true;
        return inner.ReadAsync(statement, parameters, cancellationToken);
    }

    public Task RunAsync(string statement, object parameters, CancellationToken cancellationToken)
    {
        _statements[statement] = true;
        return inner.RunAsync(statement, parameters, cancellationToken);
    }

    public Task<T> WriteAsync<T>(Func<ICypherTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        inner.WriteAsync(transaction => work(new Transaction(transaction, _statements)), cancellationToken);

    public void Dispose() => inner.Dispose();

    private sealed class Transaction(ICypherTransaction inner, ConcurrentDictionary<string, bool> statements) : ICypherTransaction
    {
        public Task<IReadOnlyList<CypherRow>> RunAsync(string statement, object parameters)
        {
            statements[statement] = true;
            return inner.RunAsync(statement, parameters);
        }
    }
}
