namespace KnowledgeGraph.Stores.Neo4j;

/// <summary>Where <see cref="Neo4jGraphStore"/> finds its server and who it is there.</summary>
public sealed class Neo4jGraphStoreOptions
{
    /// <summary>The address of the server: <c>http://HOST:7474</c>; in builds with the driver <c>bolt://HOST:7687</c> and <c>neo4j://HOST:7687</c> as well.</summary>
    public required Uri Address { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>The database. The default is <c>neo4j</c>.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>How long the server lets a transaction run, waiting for its turn to write included. The default is 30 seconds.</summary>
    public TimeSpan TransactionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer may take before the call fails. The default is 60 seconds.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a call is tried again when the server is busy or away. The default is 4.</summary>
    public int Retries { get; init; } = 4;
}
