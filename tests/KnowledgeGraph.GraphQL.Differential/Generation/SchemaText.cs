using System.Text;

namespace KnowledgeGraph.GraphQL.Differential.Generation;

/// <summary>Writes a random schema with every kind of type, and keeps what its input types are.</summary>
public sealed class SchemaText
{
    private static readonly string[] _wrappers = ["{0}", "{0}", "{0}", "{0}", "{0}!", "{0}!", "[{0}]", "[{0}!]", "[{0}!]!", "[[{0}]]"];

    private readonly Chance _chance;
    private readonly StringBuilder _sdl = new();
    private readonly List<string> _leaves = ["Int", "Float", "String", "Boolean", "ID"];
    private readonly List<string> _composites = [];
    private readonly List<OutputField> _pool = [];
    private readonly List<(string Name, List<OutputField> Fields, List<string> Parents)> _interfaces = [];

    public SchemaText(Chance chance)
    {
        _chance = chance;
        Inputs = new Inputs(chance);
        Write();
    }

    public Inputs Inputs { get; }

    public string Sdl => _sdl.ToString();

    private void Write()
    {
        for (var i = 0; i < _chance.Between(1, 2); i++)
            WriteEnum($"E{i}");
        if (_chance.Percent(50))
            _sdl.AppendLine("scalar S0").Append(_chance.Percent(30) ? " @specifiedBy(url: \"https://example.org\")\n" : "");
        if (_sdl.ToString().Contains("scalar", StringComparison.Ordinal))
            _leaves.Add("S0");
        WriteInputs(_chance.Between(1, 3));

        var objects = Enumerable.Range(0, _chance.Between(2, 4)).Select(i => $"T{i}").ToArray();
        var interfaces = Enumerable.Range(0, _chance.Between(1, 3)).Select(i => $"N{i}").ToArray();
        var unions = Enumerable.Range(0, _chance.Below(3)).Select(i => $"U{i}").ToArray();
        _composites.AddRange([.. objects, .. interfaces, .. unions]);
        for (var i = 0; i < 10; i++)
            _pool.Add(new OutputField($"f{i}", OutputType(), Arguments()));

        foreach (var name in interfaces)
            WriteInterface(name);
        foreach (var name in objects)
            WriteObject(name);
        foreach (var name in unions)
            _sdl.AppendLine($"union {name} = {string.Join(" | ", objects.Take(_chance.Between(1, objects.Length)))}");
        WriteRoots();
        WriteDirectives();
    }

    private void WriteEnum(string name)
    {
        string[] values = ["RED", "GREEN", "BLUE", "A"];
        Inputs.Enums[name] = values[.._chance.Between(1, 4)];
        _sdl.AppendLine($"enum {name} {{ {string.Join(" ", Inputs.Enums[name])} }}");
        _leaves.Add(name);
    }

    private void WriteInputs(int count)
    {
        var names = Enumerable.Range(0, count).Select(i => $"I{i}").ToArray();
        for (var i = 0; i < count; i++)
        {
            var isOneOf = _chance.Percent(25);
            var later = names.Skip(i + 1).ToArray();
            var fields = Enumerable.Range(0, _chance.Between(1, 4)).Select(j => Input($"i{j}", later, names, isOneOf)).ToArray();
            Inputs.Objects[names[i]] = new InputObjectDefinition(isOneOf, fields);
        }

        // A default is written once all types are known.
        foreach (var (name, definition) in Inputs.Objects.ToArray())
        {
            var fields = definition.Fields.Select(field => definition.IsOneOf ? field : WithDefault(field)).ToArray();
            Inputs.Objects[name] = definition with { Fields = fields };
            _sdl.AppendLine($"input {name}{(definition.IsOneOf ? " @oneOf" : "")} {{ {string.Join(" ", fields.Select(field => field.ToString()))} }}");
        }
    }

    // What is required leads on to later types only, or the type could have no values.
    private InputDefinition Input(string name, string[] later, string[] all, bool isOneOf)
    {
        var type = Wrapped(_chance.Percent(30) && later.Length > 0 ? _chance.Pick(later) : _chance.Pick(_leaves));
        if (isOneOf)
            type = type.TrimEnd('!');
        return _chance.Percent(12) ? new InputDefinition(name, _chance.Pick(all), null) : new InputDefinition(name, type, null);
    }

    private InputDefinition WithDefault(InputDefinition input) =>
        _chance.Percent(30) ? input with { Default = Inputs.Value(input.Type, asJson: false, wrongPercent: _chance.Percent(3) ? 30 : 0) } : input;

    private IReadOnlyList<InputDefinition> Arguments() => _chance.Percent(45)
        ? []
        : [.. Enumerable.Range(0, _chance.Between(1, 3)).Select(i => WithDefault(new InputDefinition($"a{i}", Wrapped(InputName()), null)))];

    private string InputName() => _chance.Percent(35) ? _chance.Pick([.. Inputs.Objects.Keys]) : _chance.Pick(_leaves);

    private string OutputType()
    {
        if (_chance.Percent(20))
            return _chance.Pick(["String", "String!"]);
        return Wrapped(_chance.Percent(50) ? _chance.Pick(_leaves) : _chance.Pick(_composites));
    }

    private string Wrapped(string name) => string.Format(null, _chance.Pick(_wrappers), name);

    private void WriteInterface(string name)
    {
        var parents = new List<string>();
        var fields = _chance.Some(_pool, 20).ToList();
        if (_interfaces.Count > 0 && _chance.Percent(40))
        {
            var parent = _chance.Pick(_interfaces);
            parents = [parent.Name, .. parent.Parents];
            fields = [.. parent.Fields.Concat(fields).DistinctBy(field => field.Name)];
        }

        if (fields.Count == 0)
            fields.Add(_pool[0]);
        _interfaces.Add((name, fields, parents));
        Write("interface", name, parents, fields);
    }

    private void WriteObject(string name)
    {
        var implemented = _chance.Some(_interfaces, 50);
        var parents = implemented.SelectMany(parent => parent.Parents.Append(parent.Name)).Distinct().ToList();
        var inherited = implemented.SelectMany(parent => parent.Fields).DistinctBy(field => field.Name).Select(Covariant);
        var own = _chance.Some(_pool, 25).Append(_chance.Pick(_pool)).Select(field => _chance.Percent(10) ? field with { Type = OutputType() } : field);
        Write("type", name, parents, [.. inherited.Concat(own).DistinctBy(field => field.Name)]);
    }

    private OutputField Covariant(OutputField field)
    {
        if (_chance.Percent(15) && !field.Type.EndsWith('!'))
            field = field with { Type = field.Type + "!" };
        return _chance.Percent(8) ? field with { Arguments = [.. field.Arguments, new InputDefinition("more", "Int", null)] } : field;
    }

    private void WriteRoots()
    {
        Write("type", "Query", [], [.. _pool.Take(_chance.Between(4, 10)), .. _composites.Select(name => new OutputField($"a{name}", name, []))]);
        if (_chance.Percent(40))
            Write("type", "Mutation", [], [.. _pool.Take(5)]);
        if (_chance.Percent(30))
            Write("type", "Subscription", [], [.. _pool.Skip(5)]);
        if (_chance.Percent(10))
            _sdl.AppendLine("extend type Query { extended: Int }");
    }

    private void WriteDirectives()
    {
        _sdl.AppendLine($"directive @d0(x: Int = 1, y: {Wrapped(InputName())}) {(_chance.Percent(50) ? "repeatable " : "")}on FIELD | QUERY | INLINE_FRAGMENT | FRAGMENT_SPREAD | FRAGMENT_DEFINITION");
        _sdl.AppendLine("directive @d1 on FIELD | VARIABLE_DEFINITION | MUTATION");
    }

    private void Write(string keyword, string name, List<string> parents, IReadOnlyList<OutputField> fields)
    {
        var implements = parents.Count == 0 ? "" : $" implements {string.Join(" & ", parents)}";
        _sdl.AppendLine($"{keyword} {name}{implements} {{");
        foreach (var field in fields)
            _sdl.AppendLine($"  {field}{(_chance.Percent(5) ? " @deprecated" : "")}");
        _sdl.AppendLine("}");
    }

    private sealed record OutputField(string Name, string Type, IReadOnlyList<InputDefinition> Arguments)
    {
        public override string ToString() => $"{Name}{(Arguments.Count == 0 ? "" : $"({string.Join(", ", Arguments)})")}: {Type}";
    }
}
