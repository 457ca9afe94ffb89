namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>The schema has operations of the kind.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence"/>
internal static class KnownOperationTypes
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Operations.Where(operation => operation.Facts.Type is null).Select(operation => ValidationErrors.NoRootType(operation.Node));
}
