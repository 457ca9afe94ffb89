using System.Text;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>A type whose fields are selected: an object, an interface or a union.</summary>
public abstract class CompositeType(string name, string? description) : NamedType(name, description);

/// <summary>A type with output fields: an object or an interface.</summary>
public abstract class FieldsType(string name, string? description) : CompositeType(name, description)
{
    private readonly Dictionary<string, FieldDefinition> _byName = new(StringComparer.Ordinal);
    private readonly List<FieldDefinition> _fields = [];

    /// <summary>The fields in the order of their definition.</summary>
    public IReadOnlyList<FieldDefinition> Fields => _fields;

    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    /// <summary>Finds a field by name, or <see langword="null"/>.</summary>
    public FieldDefinition? FindField(string name) => _byName.GetValueOrDefault(name);

    internal bool TryAdd(FieldDefinition field)
    {
        field.DeclaringType = this;
        _fields.Add(field);
        return _byName.TryAdd(field.Name, field);
    }
}

/// <summary>An object type.</summary>
public sealed class ObjectType(string name, string? description) : FieldsType(name, description)
{
    /// <summary>The value of <c>__typename</c>.</summary>
    internal byte[] NameAsJson { get; } = Encoding.UTF8.GetBytes($"\"{name}\"");
}

/// <summary>An interface, that object types and other interfaces implement.</summary>
public sealed class InterfaceType(string name, string? description) : FieldsType(name, description);

/// <summary>A union of object types.</summary>
public sealed class UnionType(string name, string? description) : CompositeType(name, description)
{
    public IReadOnlyList<ObjectType> Members { get; internal set; } = [];
}
