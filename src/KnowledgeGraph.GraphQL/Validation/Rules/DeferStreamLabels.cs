using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>The labels of <c>@defer</c> and <c>@stream</c> are written out, and each is used once.</summary>
/// <seealso href="https://github.com/graphql/graphql-spec/pull/1110"/>
internal static class DeferStreamLabels
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        if (!facts.PutsOff)
            yield break;

        var labels = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in facts.Directives.SelectMany(use => use.Nodes).Where(DeferStream.Is))
        {
            var label = ArgumentValues.Of(directive.Arguments, "label");
            if (label is VariableNode)
                yield return ValidationErrors.LabelNotWrittenOut(directive);
            else if (label is StringValueNode { Value: var text } && !labels.TryAdd(text, directive))
                yield return ValidationErrors.DuplicateLabel(labels[text], directive);
        }
    }
}
