namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Fragments have different names.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness"/>
internal static class UniqueFragmentNames
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Fragments
            .Where(fragment => facts.FragmentsByName[fragment.Node.Name.Value].Node != fragment.Node)
            .Select(fragment => ValidationErrors.DuplicateFragment(facts.FragmentsByName[fragment.Node.Name.Value].Node.Name, fragment.Node.Name));
}
