namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A variable is of an input type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types"/>
internal static class VariablesAreInputTypes
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Operations
            .SelectMany(operation => operation.Node.Variables)
            .Where(variable => facts.Schema.TypeOf(variable.Type) is { IsInputType: false })
            .Select(ValidationErrors.VariableOfOutputType);
}
