namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A directive is in the schema and stands where it may.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined"/>
internal static class KnownDirectives
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (nodes, location) in facts.Directives)
        {
            foreach (var node in nodes)
            {
                if (facts.Schema.FindDirective(node.Name.Value) is not { } definition)
                    yield return ValidationErrors.UnknownDirective(node);
                else if (!definition.Locations.Contains(location))
                    yield return ValidationErrors.MisplacedDirective(node, location);
            }
        }
    }
}
