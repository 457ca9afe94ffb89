using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Stores on the live server.</summary>
internal static class LiveStore
{
    public static Neo4jGraphStore CreateStore(this Neo4jServer server) =>
        new(new Neo4jGraphStoreOptions { Address = server.Address, User = server.User, Password = server.Password });

    /// <summary>Writes a batch as the worker does, which tries again later where the store is away; nothing else may go wrong.</summary>
    public static async Task<bool> TryWriteAsync(this IGraphStore store, GraphBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync(batch, cancellationToken);
            return true;
        }
        catch (GraphStoreException exception)
        {
            exception.IsTransient.Should().BeTrue(exception.Message);
            return false;
        }
    }
}
