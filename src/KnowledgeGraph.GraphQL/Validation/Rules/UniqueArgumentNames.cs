using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A field or directive does not take the same argument twice.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness"/>
internal static class UniqueArgumentNames
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var use in facts.Arguments)
        {
            if (use.Given.Count < 2)
                continue;

            var first = new Dictionary<string, Name>(StringComparer.Ordinal);
            foreach (var argument in use.Given)
            {
                if (!first.TryAdd(argument.Name.Value, argument.Name))
                    yield return ValidationErrors.DuplicateArgument(first[argument.Name.Value], argument.Name);
            }
        }
    }
}
