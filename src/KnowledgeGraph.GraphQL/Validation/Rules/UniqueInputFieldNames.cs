using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>An input object does not give the same field twice.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness"/>
internal static class UniqueInputFieldNames
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var @object in facts.Objects)
        {
            var first = new Dictionary<string, Name>(StringComparer.Ordinal);
            foreach (var field in @object.Fields)
            {
                if (!first.TryAdd(field.Name.Value, field.Name))
                    yield return ValidationErrors.DuplicateInputField(first[field.Name.Value], field.Name);
            }
        }
    }
}
