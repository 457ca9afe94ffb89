using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>What must hold of a type-system document before a schema can be made of it.</summary>
internal static class SchemaDocumentRules
{
    public static IEnumerable<GraphQLError> Check(DocumentNode document)
    {
        yield break;
    }
}
