using KnowledgeGraph.Graph;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Relay;

namespace KnowledgeGraph.Api;

/// <summary>The types of connections.</summary>
internal static class ConnectionFields
{
    public static void Bind(SchemaBinder bind)
    {
        bind.PageInfo();
        bind.Connection<Relation>("Relation");
        bind.Connection<Entity>("Entity");
        bind.Connection<Document>("Document");
    }
}
