namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation"/>
internal static class LoneAnonymousOperation
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Operations.Count < 2
            ? []
            : facts.Operations.Where(operation => operation.Node.Name is null).Select(operation => ValidationErrors.AnonymousNotAlone(operation.Node));
}
