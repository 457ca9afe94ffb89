using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>A type is extended as what it is defined as.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-Extensions"/>
internal static class PossibleTypeExtensions
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        foreach (var node in facts.TypeNodes.Where(node => node.IsExtension))
        {
            if (!facts.Types.TryGetValue(node.Name.Value, out var type))
                yield return SchemaErrors.ExtensionOfUnknown(node, Suggestion.For(node.Name.Value, facts.Types.Keys));
            else if (!type.IsOfSameKind(node))
                yield return SchemaErrors.ExtensionOfOtherKind(type.Definition, node, KindOf(node));
        }
    }

    private static string KindOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => "a scalar",
        ObjectTypeDefinitionNode => "an object type",
        InterfaceTypeDefinitionNode => "an interface",
        UnionTypeDefinitionNode => "a union",
        EnumTypeDefinitionNode => "an enum",
        _ => "an input object type",
    };
}
