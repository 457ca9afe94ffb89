using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>A document that defines a schema holds definitions of the type system only.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#TypeSystemDocument"/>
internal static class TypeSystemDefinitionsOnly
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts) =>
        facts.Document.Definitions.Where(node => node is OperationDefinitionNode or FragmentDefinitionNode).Select(SchemaErrors.NotTypeSystem);
}
