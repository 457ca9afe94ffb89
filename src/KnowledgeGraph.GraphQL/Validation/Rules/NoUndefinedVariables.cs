namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Every variable that an operation uses, its fragments included, is one of its own.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined"/>
internal static class NoUndefinedVariables
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (operation, definition) in facts.Operations)
        {
            var defined = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var use in facts.Reached(definition).SelectMany(reached => reached.Variables))
            {
                if (!defined.Contains(use.Node.Name.Value))
                    yield return ValidationErrors.UndefinedVariable(use.Node, operation);
            }
        }
    }
}
