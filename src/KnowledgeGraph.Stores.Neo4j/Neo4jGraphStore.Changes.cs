using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

// The log of what each write changed, written in the write's own transaction.
public sealed partial class Neo4jGraphStore
{
    public async Task<GraphChanges> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken)
    {
        var rows = await _connection.ReadAsync(
            """
            OPTIONAL MATCH (counter:ChangeCounter {id: 1})
            RETURN coalesce(counter.latest, 0), COLLECT {
                MATCH (c:Change) WHERE c.number > $after AND c.number <= counter.latest
                RETURN [c.number, c.entities, c.relations] ORDER BY c.number LIMIT $limit
            }
            """,
            new { after, limit },
            cancellationToken);
        var changes = rows[0].Rows(1).Select(change => new GraphChange(
            change.Number(0), [.. change.Texts(1).Select(id => new EntityId(id))], [.. change.Texts(2).Select(id => new RelationId(id))]));
        return GraphChanges.Of([.. changes], after, rows[0].Number(0));
    }

    /// <summary>Numbers a write. The counter is locked last of all, and until the write ends.</summary>
    private static Task RecordAsync(ICypherTransaction transaction, IEnumerable<string> entities, IEnumerable<string> relations) =>
        transaction.RunAsync(
            """
            MERGE (counter:ChangeCounter {id: 1})
            SET counter.latest = coalesce(counter.latest, 0) + 1
            CREATE (:Change {number: counter.latest, entities: $entities, relations: $relations})
            WITH counter
            MATCH (old:Change {number: counter.latest - $kept})
            DELETE old
            """,
            new { entities, relations, kept = GraphChanges.Kept });
}
