using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A subscription puts nothing off, unless <c>if</c> can say that it does not.</summary>
/// <seealso href="https://github.com/graphql/graphql-spec/pull/1110"/>
internal static class DeferStreamOnValidOperations
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Operations
            .Where(operation => facts.PutsOff && operation.Node.Operation == OperationType.Subscription)
            .SelectMany(operation => facts.Reached(operation.Facts))
            .Distinct()
            .SelectMany(definition => Directives(definition.SelectionSet))
            .Where(directive => DeferStream.Is(directive) && !MayBeOff(directive))
            .Select(ValidationErrors.PutOffInSubscription);

    private static bool MayBeOff(DirectiveNode directive) =>
        ArgumentValues.Of(directive.Arguments, "if") is VariableNode or BooleanValueNode { Value: false };

    private static IEnumerable<DirectiveNode> Directives(SelectionSetNode selectionSet)
    {
        var open = new Stack<SelectionSetNode>([selectionSet]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                foreach (var directive in selection.Directives)
                    yield return directive;
                if (selection is FieldNode { SelectionSet: { } below })
                    open.Push(below);
                else if (selection is InlineFragmentNode inline)
                    open.Push(inline.SelectionSet);
            }
        }
    }
}
