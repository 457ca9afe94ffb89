using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>Everything that can be wrong between a schema and what is bound to it, in one place and in one voice.</summary>
internal static class BindingErrors
{
    public static SchemaException UnknownType(string name, string kind) => Error($"A binding names the {kind} \"{name}\", which the schema does not define.");

    public static SchemaException NoRootType(string operation) => Error($"A binding names the {operation} type, which the schema does not define.");

    public static SchemaException UnknownField(string type, string field) =>
        Error($"A resolver is bound to the field \"{type}.{field}\", which the schema does not define.");

    public static SchemaException BoundTwice(string type, string field) => Error($"The field \"{type}.{field}\" has two resolvers.");

    public static SchemaException UnknownEnumValue(string type, string value) =>
        Error($"A binding names the value \"{value}\", which the enum \"{type}\" does not define.");

    public static SchemaException UnboundEnumValue(string type, string value, Type bound) =>
        Error($"The value \"{value}\" of the enum \"{type}\" is bound to no value of {bound.Name}.");

    public static GraphQLError NoResolver(string type, string field) => new($"The field \"{type}.{field}\" has no resolver.");

    public static GraphQLError DoesNotFit(FieldDefinition field, Type value, string reason) =>
        new($"The resolver of \"{field}\" gives {Describe(value)}, which cannot be {field.Type}: {reason}");

    public static string NotAList(Type value) => $"{Describe(value)} is not a list.";

    public static string NotWritten(string type, Type value) => $"{type} cannot be written from {Describe(value)}.";

    public static GraphQLError NoTypeResolution(string type, string first, string second) =>
        new($"Values of \"{type}\" cannot be told apart: \"{first}\" and \"{second}\" are bound to the same type. Call ResolveType on its binding.");

    public static GraphQLError UnboundPossibleType(string type, string possible) =>
        new($"Values of \"{type}\" cannot be told apart: \"{possible}\" is not bound to a type. Bind it, or call ResolveType on the binding of \"{type}\".");

    private static string Describe(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Describe))}>"
            : type.Name;

    private static SchemaException Error(string message) => new([new GraphQLError(message)]);
}
