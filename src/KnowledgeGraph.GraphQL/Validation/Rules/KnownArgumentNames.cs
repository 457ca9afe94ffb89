using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>An argument that is given is one that the field or directive takes.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Names"/>
internal static class KnownArgumentNames
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (_, given, definitions, owner) in facts.Arguments)
        {
            foreach (var argument in given)
            {
                if (owner is not null && InputValue.Find(definitions, argument.Name.Value) is null)
                    yield return ValidationErrors.UnknownArgument(argument, owner, facts.Suggest(argument.Name.Value, definitions.Select(definition => definition.Name)));
            }
        }
    }
}
