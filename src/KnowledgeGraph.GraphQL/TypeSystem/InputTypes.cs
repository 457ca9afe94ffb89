using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>An argument, or a field of an input object.</summary>
public sealed class InputValue(string name, string? description, GraphQLType type, ValueNode? defaultValue)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public string? DeprecationReason { get; internal init; }

    public IReadOnlyList<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>Whether a value must be given: the type has no null and there is no default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;

    internal static InputValue? Find(IReadOnlyList<InputValue> values, string name)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Name == name)
                return values[i];
        }

        return null;
    }
}

/// <summary>A type of input objects.</summary>
public sealed class InputObjectType(string name, string? description) : NamedType(name, description)
{
    private readonly Dictionary<string, InputValue> _byName = new(StringComparer.Ordinal);
    private readonly List<InputValue> _fields = [];

    public IReadOnlyList<InputValue> Fields => _fields;

    /// <summary>Whether exactly one field is given: <c>@oneOf</c>.</summary>
    public bool IsOneOf { get; internal set; }

    /// <summary>How a coerced value becomes a value of the program; null leaves it an <see cref="InputObject"/>.</summary>
    internal InputBinding? Binding { get; set; }

    public InputValue? FindField(string name) => _byName.GetValueOrDefault(name);

    internal bool TryAdd(InputValue field)
    {
        _fields.Add(field);
        return _byName.TryAdd(field.Name, field);
    }
}
