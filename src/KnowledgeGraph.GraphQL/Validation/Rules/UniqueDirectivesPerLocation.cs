using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A directive stands once at a place, unless it is repeatable.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location"/>
internal static class UniqueDirectivesPerLocation
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (nodes, _) in facts.Directives)
        {
            var first = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
            foreach (var node in nodes)
            {
                if (facts.Schema.FindDirective(node.Name.Value) is { IsRepeatable: false } && !first.TryAdd(node.Name.Value, node))
                    yield return ValidationErrors.DuplicateDirective(first[node.Name.Value], node);
            }
        }
    }
}
