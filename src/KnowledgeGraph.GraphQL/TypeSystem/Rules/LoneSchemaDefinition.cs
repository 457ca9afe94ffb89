using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>The schema is defined once, and so is the type that each kind of operation begins at.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
internal static class LoneSchemaDefinition
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        foreach (var node in facts.SchemaNodes.Where(node => !node.IsExtension).Skip(1))
            yield return SchemaErrors.SecondSchemaDefinition(node);

        var first = new Dictionary<OperationType, OperationTypeDefinitionNode>();
        foreach (var node in facts.SchemaNodes.SelectMany(node => node.OperationTypes))
        {
            if (!first.TryAdd(node.Operation, node))
                yield return SchemaErrors.DuplicateOperationType(first[node.Operation], node);
        }
    }
}
