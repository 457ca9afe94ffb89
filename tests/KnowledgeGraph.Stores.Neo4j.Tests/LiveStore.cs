using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Stores on the live server.</summary>
internal static class LiveStore
{
    public static Neo4jGraphStore CreateStore(this Neo4jServer server) =>
        new(new Neo4jGraphStoreOptions { Address = server.Address, User = server.User, Password = server.Password });
}
