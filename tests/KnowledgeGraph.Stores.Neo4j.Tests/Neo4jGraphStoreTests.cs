using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Testing;

[assembly: AssemblyFixture(typeof(Neo4jServer))]

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>The contract, on a live server. Its tests share one database, so they are in one class and run one after the other.</summary>
[Collection(LiveServer)]
public sealed class Neo4jGraphStoreTests(Neo4jServer server) : GraphStoreContract
{
    public const string LiveServer = "live server";

    protected override async Task<IGraphStore> CreateStoreAsync()
    {
        var store = new Neo4jGraphStore(new Neo4jGraphStoreOptions { Address = server.Address, User = server.User, Password = server.Password });
        await server.EmptyAsync(Cancellation);
        return store;
    }
}
