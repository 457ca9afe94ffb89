using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Operations have different names.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness"/>
internal static class UniqueOperationNames
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        var first = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var (operation, _) in facts.Operations)
        {
            if (operation.Name is { } name && !first.TryAdd(name.Value, name))
                yield return ValidationErrors.DuplicateOperation(first[name.Value], name);
        }
    }
}
