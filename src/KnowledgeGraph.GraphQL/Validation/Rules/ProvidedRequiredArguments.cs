namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Every argument that is required is given.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Required-Arguments"/>
internal static class ProvidedRequiredArguments
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (node, given, definitions, owner) in facts.Arguments)
        {
            foreach (var definition in definitions)
            {
                if (definition.IsRequired && !given.Any(argument => argument.Name.Value == definition.Name))
                    yield return ValidationErrors.MissingArgument(node, definition, owner!);
            }
        }
    }
}
