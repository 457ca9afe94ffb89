using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>A type implements interfaces, each once, with those that they implement; none in a circle.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation"/>
internal static class ImplementedInterfaces
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts) => facts.Types.Values.SelectMany(type => Check(facts, type));

    private static IEnumerable<GraphQLError> Check(SchemaFacts facts, TypeDeclaration type)
    {
        var first = new Dictionary<string, NamedTypeNode>(StringComparer.Ordinal);
        foreach (var node in type.Interfaces)
        {
            if (node.Name == type.Name)
                yield return SchemaErrors.ImplementsItself(type.Name, node);
            else if (!first.TryAdd(node.Name, node))
                yield return SchemaErrors.ImplementsTwice(type.Name, first[node.Name], node);
            else if (facts.Schema.FindType(node.Name) is not (null or InterfaceType))
                yield return SchemaErrors.ImplementsNonInterface(type.Name, node);
        }

        foreach (var node in first.Values)
        {
            var ancestors = facts.Types.TryGetValue(node.Name, out var parent) ? parent.Interfaces.Select(ancestor => ancestor.Name) : [];
            foreach (var ancestor in ancestors.Where(name => name != node.Name).Distinct(StringComparer.Ordinal))
            {
                if (ancestor == type.Name)
                    yield return SchemaErrors.InterfaceCycle(type.Name, node);
                else if (!first.ContainsKey(ancestor))
                    yield return SchemaErrors.AncestorNotImplemented(type.Name, node, ancestor);
            }
        }
    }
}
