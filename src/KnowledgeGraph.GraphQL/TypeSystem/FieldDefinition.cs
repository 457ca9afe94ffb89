using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>A field of an object type or an interface.</summary>
public sealed class FieldDefinition(string name, string? description, GraphQLType type, IReadOnlyList<InputValue> arguments)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    public IReadOnlyList<InputValue> Arguments { get; } = arguments;

    public FieldsType DeclaringType { get; internal set; } = null!;

    /// <summary>Why the field should no longer be used, or <see langword="null"/>.</summary>
    public string? DeprecationReason { get; internal init; }

    public IReadOnlyList<DirectiveNode> Directives { get; internal init; } = [];

    /// <summary>How the field gets its values. Null only while the schema is being built, and in interfaces.</summary>
    internal FieldResolver? Resolver { get; set; }

    /// <summary>Whether null may not be: the value, its items, their items.</summary>
    internal bool[] NonNullAt { get; } = NullabilityOf(type);

    public InputValue? FindArgument(string name) => InputValue.Find(Arguments, name);

    public override string ToString() => $"{DeclaringType}.{Name}";

    private static bool[] NullabilityOf(GraphQLType type)
    {
        var nonNull = new List<bool> { type.IsNonNull };
        while (type.Nullable is ListType list)
        {
            type = list.ElementType;
            nonNull.Add(type.IsNonNull);
        }

        return [.. nonNull];
    }
}
