using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>Which values of the program the values of an enum are.</summary>
internal abstract class EnumBinding
{
    public abstract Type ClrType { get; }

    public abstract LeafFormat<T>? Format<T>();
}

/// <summary>Binds an enum: to values of the same name (<c>NOT_HELD</c> and <c>NotHeld</c>) unless told otherwise.</summary>
public sealed class EnumBinder<TValue>
    where TValue : notnull
{
    private readonly EnumType _type;

    internal EnumBinder(EnumType type)
    {
        _type = type;
        foreach (var definition in type.Values)
        {
            if (Named(definition.Name) is { } value)
                definition.Value = value;
        }
    }

    /// <summary>Binds one value of the enum.</summary>
    public EnumBinder<TValue> Value(string name, TValue value)
    {
        var definition = _type.FindValue(name) ?? throw BindingErrors.UnknownEnumValue(_type.Name, name);
        definition.Value = value;
        return this;
    }

    private static object? Named(string name)
    {
        if (typeof(TValue) == typeof(string))
            return name;
        return typeof(TValue).IsEnum && Enum.TryParse(typeof(TValue), name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : null;
    }

    internal void Finish()
    {
        foreach (var definition in _type.Values)
        {
            if (definition.Value is not TValue)
                throw BindingErrors.UnboundEnumValue(_type.Name, definition.Name, typeof(TValue));
        }

        _type.Binding = new Bound(_type);
    }

    private sealed class Bound(EnumType type) : EnumBinding
    {
        public override Type ClrType => typeof(TValue);

        public override LeafFormat<T>? Format<T>() =>
            typeof(T) == typeof(TValue) ? (LeafFormat<T>)(object)new EnumFormat<TValue>(type)
            : typeof(T) == typeof(object) ? (LeafFormat<T>)(object)new EnumFormat<object>(type)
            : null;
    }
}
