using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Neo4j;
using KnowledgeGraph.Stores.Sqlite;
using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.Hosting;

/// <summary>Which store a user names: a file for the embedded store, <c>http://HOST:7474</c> for Neo4j.</summary>
/// <remarks>The user and the password of Neo4j come from the environment: <c>NEO4J_USER</c>, <c>NEO4J_PASSWORD</c>, and <c>NEO4J_DATABASE</c> where it is not <c>neo4j</c>.</remarks>
public static class StoreAddress
{
    /// <summary>The file that the embedded store uses where none is named.</summary>
    public const string Default = "knowledge-graph.db";

    /// <summary>Makes the store that <paramref name="address"/> names, and makes it ready.</summary>
    /// <exception cref="GraphStoreException">The address is none, or the store cannot be reached; the message says what to do.</exception>
    public static async Task<IGraphStore> OpenAsync(string address, CancellationToken cancellationToken)
    {
        var store = Create(address);
        try
        {
            await store.OpenAsync(cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the store that <paramref name="address"/> names to read from it: a file must be there.</summary>
    /// <exception cref="GraphStoreException">There is no such file, the address is none, or the store cannot be reached; the message says what to do.</exception>
    public static Task<IGraphStore> OpenExistingAsync(string address, CancellationToken cancellationToken) =>
        address.Contains("://", StringComparison.Ordinal) || File.Exists(address)
            ? OpenAsync(address, cancellationToken)
            : throw new GraphStoreException($"The graph '{address}' does not exist: ingest pages into it first, or name another file.", isTransient: false);

    /// <summary>Whether <paramref name="address"/> names the embedded store.</summary>
    public static bool IsFile(string address) =>
        !address.Contains("://", StringComparison.Ordinal) || address.StartsWith("file://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the store that <paramref name="address"/> names, without reaching for it.</summary>
    /// <param name="address">A file or a URL.</param>
    /// <param name="logger">Is told of each fault that a store met on its way to a server and tried again.</param>
    /// <exception cref="GraphStoreException">The address is none; the message says what to do.</exception>
    public static IGraphStore Create(string address, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.Contains("://", StringComparison.Ordinal))
            return CreateSqlite(address);

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw new GraphStoreException($"'{address}' is no address of a store: give a file, or http://HOST:7474 for Neo4j.", isTransient: false);

        return uri.Scheme switch
        {
            "bolt" or "bolt+s" or "neo4j" or "neo4j+s" when !Neo4jGraphStore.SpeaksBolt => throw new GraphStoreException(
                $"'{address}' asks for Bolt, which this build does not speak: give http://{uri.Host}:7474, the HTTP port of the same server, or build with -p:Neo4jDriver=true.",
                isTransient: false),
            "http" or "https" or "bolt" or "bolt+s" or "neo4j" or "neo4j+s" => CreateNeo4j(uri, logger),
            "file" => CreateSqlite(uri.LocalPath),
            _ => throw new GraphStoreException($"'{address}' is no address of a store: give a file, or http://HOST:7474 for Neo4j.", isTransient: false),
        };
    }

    private static SqliteGraphStore CreateSqlite(string path)
    {
        if (path != SqliteGraphStoreOptions.InMemory)
        {
            if (path.Length == 0 || Directory.Exists(path))
                throw new GraphStoreException($"'{path}' is a folder: name a file for the graph, such as {Path.Combine(path, Default)}.", isTransient: false);

            if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
                throw new GraphStoreException($"The folder of '{path}' does not exist: make it first, or name another file.", isTransient: false);
        }

        return new SqliteGraphStore(new SqliteGraphStoreOptions { Path = path });
    }

    private static Neo4jGraphStore CreateNeo4j(Uri uri, ILogger? logger)
    {
        var user = Environment.GetEnvironmentVariable("NEO4J_USER");
        var password = Environment.GetEnvironmentVariable("NEO4J_PASSWORD");
        if (string.IsNullOrEmpty(user) || string.IsNullOrEmpty(password))
            throw new GraphStoreException($"Neo4j at {uri} needs a user and a password: set NEO4J_USER and NEO4J_PASSWORD.", isTransient: false);

        var options = new Neo4jGraphStoreOptions
        {
            Address = new Uri(uri.GetLeftPart(UriPartial.Authority)),
            User = user,
            Password = password,
            Database = Environment.GetEnvironmentVariable("NEO4J_DATABASE") is { Length: > 0 } database ? database : "neo4j",
        };
        return new Neo4jGraphStore(options, logger);
    }
}
