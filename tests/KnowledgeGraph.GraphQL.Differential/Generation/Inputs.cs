namespace KnowledgeGraph.GraphQL.Differential.Generation;

/// <summary>An argument or a field of an input object, as texts of the SDL.</summary>
public sealed record InputDefinition(string Name, string Type, string? Default)
{
    public bool IsRequired => Type.EndsWith('!') && Default is null;

    public override string ToString() => $"{Name}: {Type}{(Default is null ? "" : $" = {Default}")}";
}

/// <summary>A type of input objects.</summary>
public sealed record InputObjectDefinition(bool IsOneOf, IReadOnlyList<InputDefinition> Fields);

/// <summary>Values for input types, as literals of a document or as JSON.</summary>
public sealed class Inputs(Chance chance)
{
    private static readonly string[] _wrong = ["\"x\"", "1.5", "true", "null", "{}", "[]", "99999999999", "-1", "1e3", "[[null]]", "\"RED\"", "3.0", "1e400"];
    private static readonly string[] _wrongLiterals = ["RED", "{a: 1}", "$nowhere", "\"\"\"block\"\"\"", "-0", "0.0"];

    public Dictionary<string, IReadOnlyList<string>> Enums { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, InputObjectDefinition> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>A value that mostly fits.</summary>
    /// <param name="type">The type as a text.</param>
    /// <param name="asJson">JSON, or a literal.</param>
    /// <param name="wrongPercent">How often something else stands in place of a value.</param>
    /// <param name="variable">Gives a variable for a type, or nothing.</param>
    /// <param name="depth">How deep it nests; not for ever.</param>
    public string Value(string type, bool asJson, int wrongPercent = 0, Func<string, string?>? variable = null, int depth = 0)
    {
        if (chance.Percent(wrongPercent))
            return chance.Pick(asJson || chance.Percent(60) ? _wrong : _wrongLiterals);
        if (variable?.Invoke(type) is { } name)
            return name;

        var nullable = type.TrimEnd('!');
        if (nullable == type && chance.Percent(12))
            return "null";
        if (!nullable.StartsWith('['))
            return Named(nullable, asJson, wrongPercent, variable, depth);

        var element = nullable[1..^1];
        if (chance.Percent(15))
            return Value(element, asJson, wrongPercent, variable, depth + 1);

        var count = depth > 3 ? 0 : chance.Below(4);
        return $"[{string.Join(", ", Enumerable.Range(0, count).Select(_ => Value(element, asJson, wrongPercent, variable, depth + 1)))}]";
    }

    private string Named(string type, bool asJson, int wrongPercent, Func<string, string?>? variable, int depth)
    {
        if (Enums.TryGetValue(type, out var values))
            return asJson ? $"\"{chance.Pick(values)}\"" : chance.Pick(values);
        if (Objects.TryGetValue(type, out var definition))
            return ObjectOf(definition, asJson, wrongPercent, variable, depth);

        return type switch
        {
            "Int" => chance.Pick(["0", "1", "-5", "2147483647", "-2147483648"]),
            "Float" => chance.Pick(["0", "1.5", "-2.25", "1e3", "7"]),
            "Boolean" => chance.Pick(["true", "false"]),
            "ID" => chance.Pick(["\"a\"", "12", "\"\"", "-3"]),
            "String" => chance.Pick(["\"a\"", "\"\"", "\"\\u00e9\\n\"", "\"中文\"", "\"\\ud83d\\ude00\""]),
            _ => chance.Pick(["\"a\"", "4", "true", "[1, 2]", "0.5", asJson ? "{\"k\": 1}" : "{k: 1}", asJson ? "{\"k\": [null]}" : "[A, B]"]),
        };
    }

    private string ObjectOf(InputObjectDefinition definition, bool asJson, int wrongPercent, Func<string, string?>? variable, int depth)
    {
        IEnumerable<InputDefinition> given = definition.IsOneOf
            ? [chance.Pick(definition.Fields)]
            : definition.Fields.Where(field => field.IsRequired || (depth < 3 && chance.Percent(45)));
        var fields = given.Select(field =>
        {
            var type = definition.IsOneOf ? field.Type + "!" : field.Type;
            var value = depth > 6 ? "null" : Value(type, asJson, wrongPercent, variable, depth + 1);
            return asJson ? $"\"{field.Name}\": {value}" : $"{field.Name}: {value}";
        });
        return $"{{{string.Join(", ", fields)}}}";
    }
}
