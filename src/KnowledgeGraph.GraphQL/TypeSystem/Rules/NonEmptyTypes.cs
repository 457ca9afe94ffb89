using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>A type that is made of fields, members or values has one at least, extensions included.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation"/>
internal static class NonEmptyTypes
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts) => facts.Types.Values.SelectMany(Check);

    private static IEnumerable<GraphQLError> Check(TypeDeclaration type) => type.Definition switch
    {
        FieldsDefinitionNode when !type.Fields.Any() => [SchemaErrors.NoFields(type)],
        UnionTypeDefinitionNode when !type.Members.Any() => [SchemaErrors.NoMembers(type)],
        EnumTypeDefinitionNode when !type.Values.Any() => [SchemaErrors.NoValues(type)],
        InputObjectTypeDefinitionNode when !type.InputFields.Any() => [SchemaErrors.NoInputFields(type)],
        _ => [],
    };
}
