using System.Diagnostics.CodeAnalysis;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>The fields given for an input object, coerced; fields with a default are always there.</summary>
public sealed class InputObject
{
    private readonly Dictionary<string, object?> _fields = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, object?> Fields => _fields;

    /// <summary>The value of a field; the default of <typeparamref name="T"/> when it was not given.</summary>
    public T? Get<T>(string name) => _fields.TryGetValue(name, out var value) && value is not null ? (T)value : default;

    /// <summary>Whether a field was given, were it null.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    public bool TryGet<T>(string name, [NotNullWhen(true)] out T? value)
    {
        value = Get<T>(name);
        return value is not null && Has(name);
    }

    internal void Set(string name, object? value) => _fields[name] = value;
}
