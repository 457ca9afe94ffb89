using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>The fields that a mutation or a subscription begins at are not put off: they decide what comes after them.</summary>
/// <seealso href="https://github.com/graphql/graphql-spec/pull/1110"/>
internal static class DeferStreamOnRootField
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        if (!facts.PutsOff)
            yield break;

        var selections = facts.Fields.Select(use => ((SelectionNode)use.Node, use.Parent))
            .Concat(facts.FragmentUses.Select(use => (use.Node, use.Parent)));
        foreach (var (node, parent) in selections)
        {
            if (parent is null || (parent != facts.Schema.MutationType && parent != facts.Schema.SubscriptionType))
                continue;

            foreach (var directive in node.Directives.Where(DeferStream.Is))
                yield return ValidationErrors.PutOffAtRoot(directive, parent);
        }
    }
}
