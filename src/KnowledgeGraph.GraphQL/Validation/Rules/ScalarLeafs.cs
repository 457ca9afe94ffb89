namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A field of objects has selections, and a leaf has none.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections"/>
internal static class ScalarLeafs
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (node, _, definition) in facts.Fields)
        {
            if (definition is null)
                continue;

            if (definition.Type.IsLeafType && node.SelectionSet is not null)
                yield return ValidationErrors.SelectionOnLeaf(node, definition.Type);
            else if (!definition.Type.IsLeafType && node.SelectionSet is null)
                yield return ValidationErrors.NoSelection(node, definition.Type);
        }
    }
}
