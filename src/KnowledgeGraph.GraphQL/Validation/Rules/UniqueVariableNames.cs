using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>The variables of an operation have different names.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness"/>
internal static class UniqueVariableNames
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (operation, _) in facts.Operations)
        {
            var first = new Dictionary<string, Name>(StringComparer.Ordinal);
            foreach (var variable in operation.Variables)
            {
                if (!first.TryAdd(variable.Variable.Name.Value, variable.Variable.Name))
                    yield return ValidationErrors.DuplicateVariable(first[variable.Variable.Name.Value], variable.Variable.Name);
            }
        }
    }
}
