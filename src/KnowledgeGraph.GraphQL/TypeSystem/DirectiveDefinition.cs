using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>A directive that documents may use.</summary>
public sealed class DirectiveDefinition(
    string name, string? description, IReadOnlyList<InputValue> arguments, IReadOnlyList<DirectiveLocation> locations, bool isRepeatable)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public IReadOnlyList<InputValue> Arguments { get; } = arguments;

    public IReadOnlyList<DirectiveLocation> Locations { get; } = locations;

    public bool IsRepeatable { get; } = isRepeatable;

    public InputValue? FindArgument(string name) => InputValue.Find(Arguments, name);
}
