using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Adjacency.Tests;

/// <summary>The contract of the questions, asked through the index.</summary>
public sealed class IndexedGraphStoreTests : GraphStoreContract
{
    private AdjacencyIndex? _index;

    protected override IAdjacency Adjacency => _index ??= new AdjacencyIndex(Store);

    protected override Task<IGraphStore> CreateStoreAsync() =>
        Task.FromResult<IGraphStore>(new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory }));

    public override async ValueTask DisposeAsync()
    {
        _index?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
