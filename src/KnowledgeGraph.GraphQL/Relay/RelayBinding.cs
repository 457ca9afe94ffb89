using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.GraphQL.Relay;

/// <summary>Binds the types of connections.</summary>
public static class RelayBinding
{
    /// <summary>Binds <c>PageInfo</c>, once a schema.</summary>
    public static SchemaBinder PageInfo(this SchemaBinder bind)
    {
        ArgumentNullException.ThrowIfNull(bind);
        bind.Object<PageInfo>("PageInfo")
            .Field("hasPreviousPage", info => info.HasPreviousPage)
            .Field("hasNextPage", info => info.HasNextPage)
            .Field("startCursor", info => info.StartCursor)
            .Field("endCursor", info => info.EndCursor);
        return bind;
    }

    /// <summary>Binds the connection and the edge of a type: <c>PersonConnection</c> and <c>PersonEdge</c> of <c>Person</c>.</summary>
    /// <returns>The binder of the connection, for fields of its own, such as a total.</returns>
    public static ObjectBinder<Connection<T>> Connection<T>(this SchemaBinder bind, string node)
    {
        ArgumentNullException.ThrowIfNull(bind);
        bind.Object<Edge<T>>($"{node}Edge")
            .Field("cursor", edge => edge.Cursor)
            .Field("node", edge => edge.Node);
        return bind.Object<Connection<T>>($"{node}Connection")
            .Field("edges", connection => connection.Edges)
            .Field("nodes", connection => connection.Nodes)
            .Field("pageInfo", connection => connection.PageInfo);
    }
}
