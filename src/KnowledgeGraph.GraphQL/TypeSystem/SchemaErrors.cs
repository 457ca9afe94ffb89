using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Everything that can be wrong with the definition of a schema, in one place and in one voice.</summary>
internal static class SchemaErrors
{
    public static GraphQLError NoQueryType() => new("Query root type must be provided.");

    public static GraphQLError RootTypeNotObject(string operation, NamedTypeNode type) =>
        new($"{operation} root type must be Object type, it cannot be {type.Name}.", type);

    public static GraphQLError UnknownType(NamedTypeNode type, string suggestion = "") => new($"Unknown type \"{type.Name}\".{suggestion}", type);

    public static GraphQLError ImplementsNonInterface(NamedTypeNode type) => new($"A type can only implement Interface types, it cannot implement {type.Name}.", type);

    public static GraphQLError UnionMemberNotObject(string union, NamedTypeNode member) =>
        new($"Union type {union} can only include Object types, it cannot include {member.Name}.", member);

    public static GraphQLError FieldNotOutputType(string owner, FieldDefinitionNode field) =>
        new($"The type of {owner}.{field.Name} must be Output Type but got: {field.Type}.", field.Type);

    public static GraphQLError NotInputType(InputValueDefinitionNode value) =>
        new($"The type of {value.Name} must be Input Type but got: {value.Type}.", value.Type);
}
