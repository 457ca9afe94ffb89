using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>What can be said of everything that a <see cref="SchemaDefinition"/> defines.</summary>
public class Definition
{
    private readonly List<DirectiveNode> _directives = [];

    internal StringValueNode? DescriptionNode { get; private set; }

    internal IReadOnlyList<DirectiveNode> Directives => _directives;

    /// <summary>Says what it is, in Markdown.</summary>
    public Definition Describe(string description)
    {
        DescriptionNode = new StringValueNode(description, description.Contains('\n', StringComparison.Ordinal), default);
        return this;
    }

    /// <summary>Applies directives, written as in a document: <c>@cost(weight: "2")</c>.</summary>
    public Definition Apply(string directives)
    {
        var scalar = (ScalarTypeDefinitionNode)DocumentNode.Parse($"scalar A {directives}", ParserOptions.Trusted).Definitions[0];
        _directives.AddRange(scalar.Directives);
        return this;
    }

    /// <summary>Says that it should no longer be used, and why.</summary>
    public Definition Deprecate(string reason)
    {
        _directives.Add(new DirectiveNode(NameOf("deprecated"), [new ArgumentNode(NameOf("reason"), new StringValueNode(reason, false, default), default)], default));
        return this;
    }

    internal static NamedTypeNode NamedTypeOf(string name) => new(NameOf(name).Value, default);

    // A name is what stands alone for a type.
    internal static Name NameOf(string name) => TypeNode.Parse(name) is NamedTypeNode named && named.Name == name
        ? new Name(name, default)
        : throw new ArgumentException($"'{name}' is no name.", nameof(name));
}

/// <summary>The fields of an object type or an interface.</summary>
public sealed class FieldsDefinition : Definition
{
    private readonly List<FieldDefinitionNode> _fields = [];
    private readonly List<NamedTypeNode> _interfaces = [];

    internal IReadOnlyList<FieldDefinitionNode> Fields => _fields;

    internal IReadOnlyList<NamedTypeNode> Interfaces => _interfaces;

    public FieldsDefinition Implements(params IEnumerable<string> interfaces)
    {
        _interfaces.AddRange(interfaces.Select(NamedTypeOf));
        return this;
    }

    /// <param name="name">The name.</param>
    /// <param name="type">The type, such as <c>[Person!]!</c>.</param>
    /// <param name="define">Its arguments, description and directives.</param>
    public FieldsDefinition Field(string name, string type, Action<InputDefinition>? define = null)
    {
        var field = new InputDefinition();
        define?.Invoke(field);
        _fields.Add(new FieldDefinitionNode(field.DescriptionNode, NameOf(name), field.Values, TypeNode.Parse(type), field.Directives, default));
        return this;
    }
}

/// <summary>The fields of an input object, or the arguments of a field or a directive.</summary>
public sealed class InputDefinition : Definition
{
    private readonly List<InputValueDefinitionNode> _values = [];

    internal IReadOnlyList<InputValueDefinitionNode> Values => _values;

    /// <param name="name">The name.</param>
    /// <param name="type">The type, such as <c>Int!</c>.</param>
    /// <param name="defaultValue">The default, as it is written in a document; null for none.</param>
    /// <param name="define">Its description and directives.</param>
    public InputDefinition Argument(string name, string type, string? defaultValue = null, Action<Definition>? define = null)
    {
        var value = new Definition();
        define?.Invoke(value);
        _values.Add(new InputValueDefinitionNode(
            value.DescriptionNode, NameOf(name), TypeNode.Parse(type), defaultValue is null ? null : ValueNode.Parse(defaultValue), value.Directives, default));
        return this;
    }
}

/// <summary>The values of an enum.</summary>
public sealed class EnumDefinition : Definition
{
    private readonly List<EnumValueDefinitionNode> _values = [];

    internal IReadOnlyList<EnumValueDefinitionNode> Values => _values;

    public EnumDefinition Value(string name, Action<Definition>? define = null)
    {
        var value = new Definition();
        define?.Invoke(value);
        _values.Add(new EnumValueDefinitionNode(value.DescriptionNode, NameOf(name), value.Directives, default));
        return this;
    }
}
