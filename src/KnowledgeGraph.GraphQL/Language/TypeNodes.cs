namespace KnowledgeGraph.GraphQL.Language;

/// <summary>A reference to a type.</summary>
public abstract class TypeNode(Location location) : SyntaxNode(location)
{
    /// <exception cref="GraphQLSyntaxException">The text is not one type.</exception>
    public static TypeNode Parse(string text, ParserOptions? options = null) =>
        new Parser(System.Text.Encoding.UTF8.GetBytes(text), options).ParseSingleType();
}

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(string name, Location location) : TypeNode(location)
{
    public string Name { get; } = name;
}

/// <summary>A list of a type: <c>[T]</c>.</summary>
public sealed class ListTypeNode(TypeNode elementType, Location location) : TypeNode(location)
{
    public TypeNode ElementType { get; } = elementType;
}

/// <summary>A type without null: <c>T!</c>.</summary>
public sealed class NonNullTypeNode(TypeNode type, Location location) : TypeNode(location)
{
    public TypeNode Type { get; } = type;
}
