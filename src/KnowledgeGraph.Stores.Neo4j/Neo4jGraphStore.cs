using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j.Connection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeGraph.Stores.Neo4j;

/// <summary>The shared store: the graph in Neo4j 5.26 or later, in a form that is worth looking at in Neo4j Browser.</summary>
/// <remarks>
/// <c>(:Document)-[:FROM]->(:Source)</c>, <c>(:Document)-[:HAS]->(:Article)</c>, <c>(:Evidence)-[:IN]->(:Article)</c>,
/// <c>(:Entity)-[:MENTIONED_IN]->(:Article)</c> and <c>(:Document)-[:STATES]->(:Entity)</c> are what documents say. The properties of
/// <c>(:Entity:Person)</c> and so on, and the relationships between entities (<c>ATTENDED</c>, <c>MET</c>, …), are gathered from that at each write,
/// in the same transaction. Parts: <c>Writing</c>, <c>Locking</c>, <c>Gathering</c>, <c>Reading</c>, <c>Search</c>.
/// </remarks>
public sealed partial class Neo4jGraphStore : IGraphStore
{
    /// <summary>All relationships that are facts, as a pattern takes them. From the ontology, never from input.</summary>
    private static readonly string _anyFact = Facts(Ontology.Relations.Select(definition => definition.Type));

    private readonly Neo4jGraphStoreOptions _options;
    private readonly ICypherConnection _connection;
    private readonly SemaphoreSlim _writing = new(QueryApiConnection.Connections / 2, QueryApiConnection.Connections / 2);

    /// <summary>Whether this build reaches <c>bolt://</c> and <c>neo4j://</c> as well: made with <c>-p:Neo4jDriver=true</c>.</summary>
    public static bool SpeaksBolt => CypherConnections.SpeakBolt;

    /// <param name="options">The server, and who the store is there.</param>
    /// <param name="logger">Is told of each fault that was met and tried again.</param>
    public Neo4jGraphStore(Neo4jGraphStoreOptions options, ILogger? logger = null)
        : this(options, CypherConnections.Create(options, logger ?? NullLogger.Instance))
    {
    }

    internal Neo4jGraphStore(Neo4jGraphStoreOptions options, ICypherConnection connection) => (_options, _connection) = (options, connection);

    public Task OpenAsync(CancellationToken cancellationToken) =>
        Neo4jSchema.UpgradeAsync(_connection, _options.Address, cancellationToken);

    public async Task<GraphStatistics> CountAsync(CancellationToken cancellationToken)
    {
        var rows = await _connection.ReadAsync(
            $$"""
            RETURN COUNT { (:Document) }, COUNT { (:Article) }, COUNT { (:Evidence) },
                COLLECT { MATCH ()-[m:MENTIONED_IN]->() WITH sum(size(m.starts)) AS number RETURN number }[0],
                COLLECT { MATCH (e:Entity) WITH e.type AS type, count(*) AS number RETURN [type, toString(number)] },
                COLLECT { MATCH ()-[r:{{_anyFact}}]->() WITH type(r) AS type, count(*) AS number RETURN [type, toString(number)] }
            """,
            new { },
            cancellationToken);
        var row = rows[0];
        return new GraphStatistics
        {
            Documents = row.Number(0),
            Articles = row.Number(1),
            Evidence = row.Number(2),
            Mentions = row.Number(3),
            Entities = row.Rows(4).ToDictionary(count => Enum.Parse<EntityType>(count.Text(0)), count => long.Parse(count.Text(1))),
            Relations = row.Rows(5).ToDictionary(count => Ontology.Find(count.Text(0))!.Type, count => long.Parse(count.Text(1))),
        };
    }

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Facts(IEnumerable<RelationType> types) => string.Join('|', types.Select(type => Ontology.Of(type).Name));
}
