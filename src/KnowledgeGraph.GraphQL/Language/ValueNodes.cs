namespace KnowledgeGraph.GraphQL.Language;

/// <summary>A value written in a document.</summary>
public abstract class ValueNode(Location location) : SyntaxNode(location)
{
    /// <exception cref="GraphQLSyntaxException">The text is not one value.</exception>
    public static ValueNode Parse(string text, ParserOptions? options = null) =>
        new Parser(System.Text.Encoding.UTF8.GetBytes(text), options).ParseSingleValue();
}

/// <summary>A use of a variable: <c>$name</c>.</summary>
public sealed class VariableNode(Name name, Location location) : ValueNode(location)
{
    public Name Name { get; } = name;
}

/// <summary>An integer, of any number of digits.</summary>
public sealed class IntValueNode(string value, Location location) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary>A number with a fraction or an exponent.</summary>
public sealed class FloatValueNode(string value, Location location) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary>A string, and whether it was written as a block string; as a value both are printed alike.</summary>
public sealed class StringValueNode(string value, bool isBlock, Location location) : ValueNode(location)
{
    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(bool value, Location location) : ValueNode(location)
{
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
public sealed class NullValueNode(Location location) : ValueNode(location);

/// <summary>A name that stands for a value of an enum.</summary>
public sealed class EnumValueNode(string value, Location location) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary>A list: <c>[1, 2]</c>.</summary>
public sealed class ListValueNode(IReadOnlyList<ValueNode> values, Location location) : ValueNode(location)
{
    public IReadOnlyList<ValueNode> Values { get; } = values;
}

/// <summary>An input object: <c>{name: "x"}</c>.</summary>
public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields, Location location) : ValueNode(location)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>One field of an input object.</summary>
public sealed class ObjectFieldNode(Name name, ValueNode value, Location location) : SyntaxNode(location)
{
    public Name Name { get; } = name;

    public ValueNode Value { get; } = value;
}
