using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>Types have different names, and so have directives.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
internal static class UniqueDefinitionNames
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        foreach (var node in facts.TypeNodes)
        {
            if (!node.IsExtension && facts.Types[node.Name.Value].Definition != node)
                yield return SchemaErrors.DuplicateType(facts.Types[node.Name.Value].Definition.Name, node.Name);
        }

        var first = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var node in facts.Directives)
        {
            if (!first.TryAdd(node.Name.Value, node.Name))
                yield return SchemaErrors.DuplicateDirective(first[node.Name.Value], node.Name);
        }
    }
}
