using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>What must hold of a schema (section 3 of the specification, "type validation").</summary>
internal static class SchemaRules
{
    public static IEnumerable<GraphQLError> Check(Schema schema, DocumentNode document)
    {
        yield break;
    }
}
