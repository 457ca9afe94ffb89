using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A fragment that is spread is in the document.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined"/>
internal static class KnownFragmentNames
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.FragmentUses
            .Select(use => use.Node)
            .OfType<FragmentSpreadNode>()
            .Where(spread => !facts.FragmentsByName.ContainsKey(spread.Name.Value))
            .Select(ValidationErrors.UnknownFragment);
}
