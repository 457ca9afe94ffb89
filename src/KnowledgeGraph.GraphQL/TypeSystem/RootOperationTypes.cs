using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Which types operations begin at, by the document: as <c>schema</c> says, or without it by the names Query, Mutation and Subscription.</summary>
internal static class RootOperationTypes
{
    public static IReadOnlyDictionary<OperationType, (string Type, SyntaxNode Node)> Of(
        IReadOnlyList<SchemaDefinitionNode> schemaNodes, IReadOnlyDictionary<string, TypeDeclaration> types)
    {
        var roots = new SortedDictionary<OperationType, (string, SyntaxNode)>();
        foreach (var node in schemaNodes.SelectMany(node => node.OperationTypes))
            roots.TryAdd(node.Operation, (node.Type.Name, node.Type));

        if (schemaNodes.Any(node => !node.IsExtension))
            return roots;

        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (types.TryGetValue(operation.ToString(), out var type))
                roots.TryAdd(operation, (type.Name, type.Definition));
        }

        return roots;
    }
}
