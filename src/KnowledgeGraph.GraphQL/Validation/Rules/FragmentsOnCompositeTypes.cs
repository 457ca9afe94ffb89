using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A fragment is on an object type, an interface or a union.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types"/>
internal static class FragmentsOnCompositeTypes
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var use in facts.FragmentUses)
        {
            if (use.Node is InlineFragmentNode { TypeCondition: { } condition } && IsNoComposite(facts, condition))
                yield return ValidationErrors.FragmentOnNonComposite(fragment: null, condition);
        }

        foreach (var (fragment, _) in facts.Fragments)
        {
            if (IsNoComposite(facts, fragment.TypeCondition))
                yield return ValidationErrors.FragmentOnNonComposite(fragment.Name.Value, fragment.TypeCondition);
        }
    }

    private static bool IsNoComposite(DocumentFacts facts, NamedTypeNode condition) =>
        facts.Schema.FindType(condition.Name) is { IsCompositeType: false };
}
