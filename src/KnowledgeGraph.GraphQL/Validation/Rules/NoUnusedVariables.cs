namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Every variable of an operation is used by it or by its fragments.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variables-Used"/>
internal static class NoUnusedVariables
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (operation, definition) in facts.Operations)
        {
            if (operation.Variables.Count == 0)
                continue;

            var used = facts.Reached(definition).SelectMany(reached => reached.Variables).Select(use => use.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var variable in operation.Variables)
            {
                if (!used.Contains(variable.Variable.Name.Value))
                    yield return ValidationErrors.UnusedVariable(variable, operation);
            }
        }
    }
}
