namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>The coerced values of an operation's variables. A variable that was not given and has no default is not in it.</summary>
internal sealed class VariableValues
{
    public static VariableValues None { get; } = new();

    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public void Set(string name, object? value) => _values[name] = value;

    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);
}
