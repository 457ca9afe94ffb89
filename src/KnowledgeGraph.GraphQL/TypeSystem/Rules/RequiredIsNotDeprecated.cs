using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>What must be given is not deprecated: nobody could stop to give it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec--deprecated"/>
internal static class RequiredIsNotDeprecated
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts) => facts.InputValues
        .Where(value => value.Node is { Type: NonNullTypeNode, DefaultValue: null } && DirectiveArguments.Find(value.Node.Directives, "deprecated") is not null)
        .Select(SchemaErrors.RequiredDeprecated);
}
