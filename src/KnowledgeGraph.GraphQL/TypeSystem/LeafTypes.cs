using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>A scalar: one of the five that are built in, or a custom one.</summary>
public sealed class ScalarType(string name, string? description) : NamedType(name, description)
{
    /// <summary>Where the scalar is specified: <c>@specifiedBy</c>.</summary>
    public string? SpecifiedByUrl { get; internal set; }

    /// <summary>How values are read and written.</summary>
    internal ScalarBinding Binding { get; set; } = AnyScalar.Instance;
}

/// <summary>An enum.</summary>
public sealed class EnumType(string name, string? description) : NamedType(name, description)
{
    private readonly Dictionary<string, EnumValueDefinition> _byName = new(StringComparer.Ordinal);
    private readonly List<EnumValueDefinition> _values = [];

    public IReadOnlyList<EnumValueDefinition> Values => _values;

    /// <summary>The type of the program that the values are bound to; null leaves them their names.</summary>
    internal EnumBinding? Binding { get; set; }

    public EnumValueDefinition? FindValue(string name) => _byName.GetValueOrDefault(name);

    internal bool TryAdd(EnumValueDefinition value)
    {
        _values.Add(value);
        return _byName.TryAdd(value.Name, value);
    }
}

/// <summary>One value of an enum.</summary>
public sealed class EnumValueDefinition(string name, string? description)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public string? DeprecationReason { get; internal init; }

    public IReadOnlyList<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>What a resolver gets and gives for the value: its name, unless the enum is bound.</summary>
    internal object Value { get; set; } = name;
}
