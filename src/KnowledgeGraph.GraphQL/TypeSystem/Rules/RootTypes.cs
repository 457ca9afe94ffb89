using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>Operations begin at object types: a query at one, and each kind of operation at its own.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
internal static class RootTypes
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        var named = RootOperationTypes.Of(facts.SchemaNodes, facts.Types);
        foreach (var (operation, (type, node)) in named)
        {
            if (facts.Schema.FindType(type) is { } known and not ObjectType)
                yield return SchemaErrors.RootTypeNotObject(operation, known.Name, node);
        }

        if (!named.ContainsKey(OperationType.Query))
            yield return SchemaErrors.NoQueryType(facts.SchemaNodes);

        foreach (var group in named.GroupBy(root => root.Value.Type, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return SchemaErrors.RootTypesNotDistinct(group.Key, group.Select(root => root.Key), [.. group.Select(root => root.Value.Node)]);
    }
}
