using KnowledgeGraph.Graph;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

// Locking: writers that touch different things write at once; those that touch the same go one after the other.
//
// A write locks all nodes that it will touch before it reads what it decides by: first sources, then documents, then entities, each in the order of
// their ids. All writers take them in this order, so none waits for one that waits for it. What is locked tells what comes next: sources tell the
// documents that may lose them, documents the entities that they state. Articles and evidence belong to one document, a relationship to its two entities.
// A node that was deleted by the one that had its lock has nothing in it any more: then the write begins again.
public sealed partial class Neo4jGraphStore
{
    /// <summary>Locks sources, of which the new ones are made.</summary>
    /// <returns>The documents that have them now.</returns>
    private static async Task<IEnumerable<string>> LockSourcesAsync(ICypherTransaction transaction, IEnumerable<string> addresses)
    {
        var rows = await transaction.RunAsync(
            """
            UNWIND $addresses AS address
            MERGE (s:Source {address: address})
            REMOVE s.lock
            RETURN s.address, COLLECT { MATCH (s)<-[:FROM]-(d:Document) RETURN d.id }
            """,
            new { addresses = addresses.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal) });
        return Locked(rows).SelectMany(row => row.Texts(1)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Locks documents, of which the new ones are made, without a fingerprint.</summary>
    /// <returns>The id of each, its fingerprint, when it was read, and the mark of the batch that changed it last.</returns>
    private static async Task<IReadOnlyList<CypherRow>> LockDocumentsAsync(ICypherTransaction transaction, IEnumerable<string> ids) =>
        Locked(await transaction.RunAsync(
            "UNWIND $ids AS id MERGE (d:Document {id: id}) REMOVE d.lock RETURN d.id, d.fingerprint, d.readAt, d.batch",
            new { ids = ids.Order(StringComparer.Ordinal) }));

    /// <summary>Locks the entities that documents state, will state, or state no more. New entities are made.</summary>
    private static async Task<Contents> LockContentsAsync(ICypherTransaction transaction, IReadOnlyList<DocumentGraph> toPut, string[] toClear)
    {
        var contents = new Contents();
        var entities = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var entity in toPut.SelectMany(graph => graph.Entities))
            entities.TryAdd(entity.Id.Value, new { id = entity.Id.Value, type = $"{entity.Type}", entity.Name, entity.Scope });

        if (toClear.Length > 0)
        {
            var before = await transaction.RunAsync(
                """
                UNWIND $ids AS id
                MATCH (d:Document {id: id})
                RETURN COLLECT { MATCH (d)-[:HAS]->(:Article)<-[:IN]-(v:Evidence) RETURN DISTINCT v.relationId },
                    COLLECT { MATCH (d)-[:STATES]->(e:Entity) RETURN [e.id, e.type, e.name, e.scope] }
                """,
                new { ids = toClear });
            contents.RelationsBefore.UnionWith(before.SelectMany(row => row.Texts(0)));
            foreach (var entity in before.SelectMany(row => row.Rows(1)))
            {
                contents.EntitiesBefore.Add(entity.Text(0));
                entities.TryAdd(entity.Text(0), new { id = entity.Text(0), type = entity.Text(1), name = entity.Text(2), scope = entity.Text(3) });
            }
        }

        var locked = await transaction.RunAsync(
            $$"""
            UNWIND $rows AS row
            MERGE (e:Entity {id: row.id})
            ON CREATE SET e:$(row.type), e.type = row.type, e.name = row.name, e.scope = row.scope, e.aliases = [], e.searchNames = [], e.articleCount = 0, e.relationCount = 0
            REMOVE e.lock
            RETURN {{Rows.StoredColumns}}
            """,
            new { rows = entities.Values });
        contents.Entities.AddRange(Locked(locked, column: 1).Select(Rows.Contribution));
        return contents;
    }

    /// <param name="rows">What was read of the locked nodes.</param>
    /// <param name="column">A column that is empty for none that is there.</param>
    private static IReadOnlyList<CypherRow> Locked(IReadOnlyList<CypherRow> rows, int column = 0) =>
        rows.Any(row => row.IsNull(column)) ? throw Neo4jErrors.Overtaken() : rows;

    /// <summary>What is locked of the contents of documents.</summary>
    private sealed class Contents
    {
        /// <summary>The entities as they were before.</summary>
        public List<Entity> Entities { get; } = [];

        /// <summary>The entities that a document stated and may state no more.</summary>
        public HashSet<string> EntitiesBefore { get; } = new(StringComparer.Ordinal);

        /// <summary>The facts that a document stated and may state no more.</summary>
        public HashSet<string> RelationsBefore { get; } = new(StringComparer.Ordinal);
    }
}
