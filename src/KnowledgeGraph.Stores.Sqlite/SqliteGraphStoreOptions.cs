namespace KnowledgeGraph.Stores.Sqlite;

/// <summary>Where and how <see cref="SqliteGraphStore"/> keeps the graph.</summary>
public sealed class SqliteGraphStoreOptions
{
    /// <summary>The path that means a graph in memory, gone when the store is disposed.</summary>
    public const string InMemory = ":memory:";

    /// <summary>The database file, made on first use, or <see cref="InMemory"/>.</summary>
    public required string Path { get; init; }

    /// <summary>How long a write waits for a writer in another process. The default is 10 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
