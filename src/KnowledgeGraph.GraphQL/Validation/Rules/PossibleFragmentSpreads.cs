using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A fragment is spread where objects of its type can be.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible"/>
internal static class PossibleFragmentSpreads
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (node, parent) in facts.FragmentUses)
        {
            if (parent is not null && TypeOf(facts, node) is { } type && !facts.Schema.Overlap(parent, type))
                yield return ValidationErrors.ImpossibleSpread(node, (node as FragmentSpreadNode)?.Name.Value, parent, type);
        }
    }

    private static CompositeType? TypeOf(DocumentFacts facts, SelectionNode node) => node switch
    {
        InlineFragmentNode { TypeCondition: { } condition } => facts.Schema.FindType(condition.Name) as CompositeType,
        FragmentSpreadNode spread => facts.FragmentsByName.GetValueOrDefault(spread.Name.Value).Facts?.Type,
        _ => null,
    };
}
