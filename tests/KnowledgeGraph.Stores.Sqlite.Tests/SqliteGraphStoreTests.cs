using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Sqlite.Tests;

/// <summary>The contract, on a file.</summary>
public sealed class SqliteFileGraphStoreTests : GraphStoreContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge-graph-");

    protected override Task<IGraphStore> CreateStoreAsync() =>
        Task.FromResult<IGraphStore>(new SqliteGraphStore(new SqliteGraphStoreOptions { Path = Path.Combine(_folder.FullName, "graph.db") }));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>The contract, in memory.</summary>
public sealed class SqliteInMemoryGraphStoreTests : GraphStoreContract
{
    protected override Task<IGraphStore> CreateStoreAsync() =>
        Task.FromResult<IGraphStore>(new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory }));
}
