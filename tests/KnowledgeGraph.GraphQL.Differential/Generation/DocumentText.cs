using System.Text;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Differential.Generation;

/// <summary>Writes a random document on a schema, with values for its variables. Most are valid.</summary>
public sealed class DocumentText(Schema schema, Inputs inputs, Chance chance)
{
    private const int MaxDepth = 5;

    private readonly List<(string Name, CompositeType On, string Text)> _fragments = [];
    private readonly List<string> _declarations = [];
    private readonly List<string> _values = [];
    private readonly int _wrongPercent = chance.Percent(10) ? 5 : 0;
    private int _names;
    private int _fields;

    public RequestText Make()
    {
        var (keyword, root) = Root();
        var selections = keyword == "subscription" && chance.Percent(80) ? $"{{ {Field(root, 1)} }}" : Selections(root, 0);
        var isNamed = _declarations.Count > 0 || keyword != "query" || chance.Percent(50);
        var text = new StringBuilder();
        if (isNamed)
        {
            var declarations = _declarations.Count == 0 ? "" : $"({string.Join(", ", _declarations)})";
            text.Append($"{keyword} Op{declarations}{(keyword == "query" && chance.Percent(5) ? " @d0" : "")} ");
        }

        text.AppendLine(selections);
        foreach (var (name, on, body) in _fragments)
            text.AppendLine($"fragment {name} on {on.Name} {body}");

        var hasSecond = isNamed && chance.Percent(8);
        if (hasSecond)
            text.AppendLine("query Other { __typename }");
        var operationName = hasSecond ? chance.Pick(["Op", "Op", "Other", null!, "Nobody"]) : isNamed && chance.Percent(20) ? "Op" : null;
        return new RequestText(text.ToString(), $"{{{string.Join(", ", _values)}}}", operationName);
    }

    private (string Keyword, ObjectType Type) Root()
    {
        if (schema.MutationType is { } mutation && chance.Percent(15))
            return ("mutation", mutation);
        return schema.SubscriptionType is { } subscription && chance.Percent(10) ? ("subscription", subscription) : ("query", schema.QueryType);
    }

    private string Selections(CompositeType type, int depth)
    {
        var count = chance.Between(1, depth == 0 ? 4 : 3);
        var selections = Enumerable.Range(0, count).Select(_ => Selection(type, depth)).ToList();
        return $"{{ {string.Join(" ", selections)} }}";
    }

    private string Selection(CompositeType type, int depth)
    {
        // A document stays of a size that can be read.
        if (depth >= MaxDepth || ++_fields > 40)
            return "__typename";

        return chance.Below(10) switch
        {
            0 => InlineFragment(type, depth),
            1 => Spread(type, depth),
            _ => Field(type, depth),
        };
    }

    private string Field(CompositeType type, int depth)
    {
        if (type is not FieldsType { Fields: var fields } || chance.Percent(8))
            return type is UnionType && chance.Percent(60) ? InlineFragment(type, depth) : Alias("__typename") + "__typename";
        if (type == schema.QueryType && chance.Percent(4))
            return Introspection();

        var field = chance.Pick(fields);
        var alias = field.Arguments.Count > 0 ? $"x{_names++}: " : Alias(field.Name);
        if (chance.Percent(4))
            alias = "";
        var arguments = Arguments(field.Arguments);
        var selections = field.Type.Named is CompositeType composite ? " " + Selections(composite, depth + 1) : "";
        return $"{alias}{field.Name}{arguments}{Directives()}{selections}";
    }

    private string InlineFragment(CompositeType type, int depth)
    {
        var on = chance.Percent(70) ? Condition(type) : null;
        return $"...{(on is null ? "" : $" on {on.Name}")}{Directives()} {Selections(on ?? type, depth + 1)}";
    }

    private string Introspection() => $"x{_names++}: __type(name: \"{chance.Pick([.. schema.Types.Where(type => !type.Name.StartsWith('_'))]).Name}\") "
        + "{ kind name isOneOf fields(includeDeprecated: true) { name isDeprecated type { kind name ofType { kind name ofType { name } } } "
        + "args(includeDeprecated: true) { name type { name ofType { name } } } } "
        + "possibleTypes { name } interfaces { name } enumValues { name } inputFields { name type { name kind ofType { name } } } }";

    private string Alias(string name) => chance.Below(20) switch
    {
        0 => $"x{_names++}: ",
        1 => $"{name}: ",
        2 when chance.Percent(10) => "f1: ",
        _ => "",
    };

    private string Arguments(IReadOnlyList<InputValue> arguments)
    {
        var given = arguments.Where(argument => argument.IsRequired || chance.Percent(60))
            .Select(argument => $"{argument.Name}: {inputs.Value(argument.Type.ToString()!, asJson: false, _wrongPercent, Variable)}")
            .ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string? Variable(string type)
    {
        if (!chance.Percent(18))
            return null;

        var name = $"v{_declarations.Count}";
        var declared = chance.Percent(15) && !type.EndsWith('!') ? type + "!" : chance.Percent(3) ? type.TrimEnd('!') : type;
        var defaultValue = chance.Percent(25) ? inputs.Value(declared, asJson: false, _wrongPercent) : null;
        if (defaultValue is not null && chance.Percent(20) && defaultValue != "null")
            declared = declared.TrimEnd('!');
        _declarations.Add($"${name}: {declared}{(defaultValue is null ? "" : $" = {defaultValue}")}{(chance.Percent(3) ? " @d1" : "")}");
        if ((declared.EndsWith('!') && defaultValue is null && !chance.Percent(2)) || chance.Percent(70))
            _values.Add($"\"{name}\": {inputs.Value(declared, asJson: true, _wrongPercent)}");
        return "$" + name;
    }

    private string Directives() => chance.Below(24) switch
    {
        0 => $" @include(if: {Condition()})",
        1 => $" @skip(if: {Condition()})",
        2 => $" @d0(x: {inputs.Value("Int", asJson: false, _wrongPercent, Variable)})",
        3 when chance.Percent(20) => " @d0 @d0",
        4 => $" @skip(if: {Condition()}) @include(if: {Condition()})",
        _ => "",
    };

    private string Condition() => inputs.Value("Boolean!", asJson: false, _wrongPercent, Variable);

    private string Spread(CompositeType type, int depth)
    {
        var fitting = _fragments.Where(fragment => Overlap(fragment.On, type)).ToList();
        if (fitting.Count > 0 && chance.Percent(60))
            return $"...{chance.Pick(fitting).Name}{Directives()}";

        var on = Condition(type);
        var body = Selections(on, depth + 1);
        var name = $"F{_fragments.Count}";
        _fragments.Add((name, on, body));
        return $"...{name}{Directives()}";
    }

    private CompositeType Condition(CompositeType type) =>
        chance.Pick([.. schema.Types.OfType<CompositeType>().Where(other => !other.IsIntrospectionType && Overlap(other, type)), type]);

    private bool Overlap(CompositeType one, CompositeType other) => schema.PossibleTypes(one).Intersect(schema.PossibleTypes(other)).Any();
}

/// <summary>A request as texts; the variables are a JSON object.</summary>
public sealed record RequestText(string Query, string Variables, string? OperationName);
