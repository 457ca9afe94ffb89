namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>A field answers with an output type; an argument or input field takes an input type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-and-Output-Types"/>
internal static class InputAndOutputPositions
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        foreach (var (type, node) in facts.Fields)
        {
            if (facts.TypeOf(node.Type) is { IsOutputType: false })
                yield return SchemaErrors.FieldNotOutputType(type, node);
        }

        foreach (var value in facts.InputValues)
        {
            if (facts.TypeOf(value.Node.Type) is { IsInputType: false })
                yield return SchemaErrors.NotInputType(value);
        }
    }
}
