using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A subscription asks for one field, without a condition.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Single-Root-Field"/>
internal static class SingleFieldSubscriptions
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Operations
            .Where(operation => operation.Node.Operation == OperationType.Subscription)
            .SelectMany(operation => Check(facts, operation.Node));

    private static IEnumerable<GraphQLError> Check(DocumentFacts facts, OperationDefinitionNode operation)
    {
        var selections = RootSelections(facts, operation);
        foreach (var selection in selections)
        {
            var condition = selection.Directives.FirstOrDefault(directive => directive.Name.Value is "skip" or "include");
            if (condition is not null)
                yield return ValidationErrors.SubscriptionWithCondition(operation, condition);
        }

        var groups = selections.OfType<FieldNode>().GroupBy(field => field.ResponseName, StringComparer.Ordinal).ToList();
        if (groups.Count > 1)
            yield return ValidationErrors.SubscriptionWithSeveralFields(operation, groups.Skip(1).SelectMany(group => group));

        foreach (var group in groups.Where(group => group.First().Name.Value.StartsWith("__", StringComparison.Ordinal)))
            yield return ValidationErrors.SubscriptionToIntrospection(operation, group.First());
    }

    private static List<SelectionNode> RootSelections(DocumentFacts facts, OperationDefinitionNode operation)
    {
        var selections = new List<SelectionNode>(operation.SelectionSet.Selections);
        var spread = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < selections.Count; i++)
        {
            if (selections[i] is InlineFragmentNode inline)
                selections.AddRange(inline.SelectionSet.Selections);
            else if (selections[i] is FragmentSpreadNode { Name.Value: var name } && spread.Add(name) && facts.FragmentsByName.TryGetValue(name, out var fragment))
                selections.AddRange(fragment.Node.SelectionSet.Selections);
        }

        return selections;
    }
}
