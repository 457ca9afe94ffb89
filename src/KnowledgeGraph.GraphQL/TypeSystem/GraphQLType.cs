using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>A type of a schema: named, a list, or without null.</summary>
/// <remarks>Wrappers are made once for each type, so that two references are the same type exactly if they are the same object.</remarks>
public abstract class GraphQLType
{
    private ListType? _list;
    private NonNullType? _nonNull;

    /// <summary>The type beneath all lists and non-nulls.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The list of this type.</summary>
    public ListType List => _list ??= new ListType(this);

    /// <summary>This type without null.</summary>
    public GraphQLType NonNull => this is NonNullType ? this : Once(ref _nonNull, static type => new NonNullType(type));

    /// <summary>This type, with null.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.Type : this;

    public bool IsNonNull => this is NonNullType;

    public bool IsInputType => Named is ScalarType or EnumType or InputObjectType;

    public bool IsOutputType => Named is not InputObjectType;

    /// <summary>Whether a field of this type has no selections: a scalar or an enum, listed or not.</summary>
    public bool IsLeafType => Named is ScalarType or EnumType;

    public bool IsCompositeType => Named is CompositeType;

    // The built-in scalars belong to all schemas, and schemas may be made by several threads.
    private T Once<T>(ref T? wrapper, Func<GraphQLType, T> make)
        where T : GraphQLType =>
        Volatile.Read(ref wrapper) ?? Interlocked.CompareExchange(ref wrapper, make(this), null) ?? wrapper!;
}

/// <summary>A list of a type.</summary>
public sealed class ListType(GraphQLType elementType) : GraphQLType
{
    public GraphQLType ElementType { get; } = elementType;

    public override NamedType Named => ElementType.Named;

    public override string ToString() => $"[{ElementType}]";
}

/// <summary>A type without null.</summary>
public sealed class NonNullType(GraphQLType type) : GraphQLType
{
    public GraphQLType Type { get; } = type;

    public override NamedType Named => Type.Named;

    public override string ToString() => $"{Type}!";
}

/// <summary>A type with a name.</summary>
public abstract class NamedType(string name, string? description) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; internal set; } = description;

    /// <summary>The directives applied to the type in the SDL, those of its extensions included.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; internal set; } = [];

    public override NamedType Named => this;

    /// <summary>Whether the type belongs to introspection.</summary>
    public bool IsIntrospectionType => Name.StartsWith("__", StringComparison.Ordinal);

    public override string ToString() => Name;
}
