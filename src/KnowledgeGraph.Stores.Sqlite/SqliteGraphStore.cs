using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

/// <summary>The embedded store: the graph in one SQLite file, or in memory.</summary>
/// <remarks>
/// Several processes may use one file. Parts: <c>Writing</c>, <c>Gathering</c>, <c>Reading</c>, <c>Search</c>. Tables hold what documents say; entities and
/// relations are gathered from them at each write, in the same transaction.
/// </remarks>
public sealed partial class SqliteGraphStore(SqliteGraphStoreOptions options) : IGraphStore
{
    private readonly SqliteConnections _connections = new(options);

    public Task OpenAsync(CancellationToken cancellationToken) =>
        _connections.WriteAsync("open the graph", connection => SqliteSchema.Upgrade(connection, options.Path), cancellationToken);

    public Task<GraphStatistics> CountAsync(CancellationToken cancellationToken) =>
        _connections.ReadAsync(
            "count the graph",
            connection => new GraphStatistics
            {
                Documents = connection.Number("SELECT count(*) FROM document"),
                Articles = connection.Number("SELECT count(*) FROM article"),
                Mentions = connection.Number("SELECT count(*) FROM mention"),
                Evidence = connection.Number("SELECT count(*) FROM evidence"),
                Entities = CountByType<EntityType>(connection, "SELECT type, count(*) FROM entity GROUP BY type"),
                Relations = CountByType<RelationType>(connection, "SELECT type, count(*) FROM relation GROUP BY type"),
            },
            cancellationToken);

    public ValueTask DisposeAsync()
    {
        _connections.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Dictionary<T, long> CountByType<T>(SqliteConnection connection, string sql)
        where T : struct, Enum =>
        connection.Query(sql, row => (Type: Enum.Parse<T>(row.GetString(0)), Count: row.GetInt64(1)))
            .ToDictionary(row => row.Type, row => row.Count);
}
