namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Every fragment is spread by an operation, straight or through others.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used"/>
internal static class NoUnusedFragments
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        var used = facts.ReachedFrom(facts.Operations.Select(operation => operation.Facts)).Select(definition => definition.Node).ToHashSet();
        return facts.Fragments.Where(fragment => !used.Contains(fragment.Node)).Select(fragment => ValidationErrors.UnusedFragment(fragment.Node));
    }
}
