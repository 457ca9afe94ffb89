namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Where <see cref="GraphQLOptions.Introspection"/> is off, no document asks for the schema.</summary>
internal static class NoSchemaIntrospection
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        if (facts.MayIntrospect)
            yield break;

        foreach (var (node, parent, _) in facts.Fields)
        {
            if (parent == facts.Schema.QueryType && node.Name.Value is "__schema" or "__type")
                yield return ValidationErrors.IntrospectionOff(node);
        }
    }
}
