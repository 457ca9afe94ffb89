using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A field whose <c>@listSize</c> names slicing arguments is given one of them, unless it says that it need not be.</summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html"/>
internal static class OneSlicingArgument
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (node, _, definition) in facts.Fields)
        {
            if (definition is null || DirectiveArguments.Find(definition.Directives, "listSize") is not { } directive)
                continue;

            var names = NamesOf(directive);
            var isRequired = ArgumentValues.Of(directive.Arguments, "requireOneSlicingArgument") is not BooleanValueNode { Value: false };
            if (isRequired && names.Count > 0 && node.Arguments.Count(argument => names.Contains(argument.Name.Value)) != 1)
                yield return ValidationErrors.NotOneSlicingArgument(node, definition, names);
        }
    }

    private static List<string> NamesOf(DirectiveNode directive) =>
        ArgumentValues.Of(directive.Arguments, "slicingArguments") is ListValueNode list ? [.. list.Values.OfType<StringValueNode>().Select(name => name.Value)] : [];
}
