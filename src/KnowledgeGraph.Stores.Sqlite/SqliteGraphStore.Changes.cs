using System.Text.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

// The log of what each write changed, written in the write's own transaction.
public sealed partial class SqliteGraphStore
{
    public Task<GraphChanges> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        _connections.ReadAsync(
            "read the changes",
            connection =>
            {
                var latest = connection.Number("SELECT coalesce(max(number), 0) FROM change");
                var changes = after >= latest
                    ? []
                    : connection.Query(
                        "SELECT number, entities, relations FROM change WHERE number > $1 ORDER BY number LIMIT $2",
                        row => new GraphChange(
                            row.GetInt64(0),
                            [.. Ids(row.GetString(1)).Select(id => new EntityId(id))],
                            [.. Ids(row.GetString(2)).Select(id => new RelationId(id))]),
                        after,
                        limit);
                return GraphChanges.Of(changes, after, latest);
            },
            cancellationToken);

    private static void Record(SqliteConnection connection, Touched touched)
    {
        if (touched.Entities.Count + touched.Relations.Count == 0)
            return;

        connection.Execute(
            "INSERT INTO change SELECT coalesce(max(number), 0) + 1, $1, $2 FROM change", SqlCommands.List(touched.Entities), SqlCommands.List(touched.Relations));
        connection.Execute("DELETE FROM change WHERE number <= (SELECT max(number) FROM change) - $1", GraphChanges.Kept);
    }

    private static string[] Ids(string list) => JsonSerializer.Deserialize<string[]>(list)!;
}
