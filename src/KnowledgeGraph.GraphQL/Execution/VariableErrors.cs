using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Everything that can be said about the variables of a request, in one place and in one voice.</summary>
internal static class VariableErrors
{
    public static CoercionException Missing(string name, GraphQLType type) =>
        new($"Variable \"${name}\" of required type \"{type}\" was not provided.", isComplete: true);

    public static CoercionException Null(string name, GraphQLType type) =>
        new($"Variable \"${name}\" of non-null type \"{type}\" must not be null.", isComplete: true);

    public static CoercionException At(string name, IReadOnlyList<object> path, JsonElement value, CoercionException reason)
    {
        var at = path.Count == 0 ? "" : $" at \"{name}{Print(path)}\"";
        return new($"Variable \"${name}\" got invalid value {Inspect.Json(Find(value, path))}{at}; {reason.Message}", isComplete: true);
    }

    public static GraphQLError NotUnicode() => new("The variables hold a text that is not Unicode.") { Code = "BAD_USER_INPUT" };

    public static GraphQLError Invalid(VariableDefinitionNode definition, CoercionException reason) =>
        new(reason.IsComplete ? reason.Message : $"Variable \"${definition.Variable.Name.Value}\" has an invalid value: {reason.Message}", definition)
        {
            Code = "BAD_USER_INPUT",
        };

    // A key that is given twice may hide where the path leads.
    private static JsonElement Find(JsonElement value, IReadOnlyList<object> path)
    {
        foreach (var step in path)
        {
            if (step is int index)
                value = value.ValueKind == JsonValueKind.Array && index < value.GetArrayLength() ? value[index] : value;
            else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty((string)step, out var property))
                value = property;
        }

        return value;
    }

    private static string Print(IReadOnlyList<object> path)
    {
        var text = new StringBuilder();
        foreach (var step in path)
            text.Append(step is int index ? $"[{index}]" : $".{step}");
        return text.ToString();
    }
}
