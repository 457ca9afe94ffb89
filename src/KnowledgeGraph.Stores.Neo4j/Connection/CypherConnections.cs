using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.Stores.Neo4j.Connection;

/// <summary>Chooses the protocol by the address: the Query API for <c>http</c>, the official driver for <c>bolt</c> and <c>neo4j</c> in builds that have it.</summary>
internal static class CypherConnections
{
#if NEO4J_DRIVER
    public const bool SpeakBolt = true;

    public static ICypherConnection Create(Neo4jGraphStoreOptions options, ILogger logger) =>
        options.Address.Scheme is "http" or "https" ? new QueryApiConnection(options, logger) : new DriverConnection(options);
#else
    public const bool SpeakBolt = false;

    public static ICypherConnection Create(Neo4jGraphStoreOptions options, ILogger logger) => options.Address.Scheme is "http" or "https"
        ? new QueryApiConnection(options, logger)
        : throw new ArgumentException($"The address {options.Address} is for Bolt, which this build does not speak.", nameof(options));
#endif
}
