using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Tests.Language;

/// <summary>Makes random documents, each of its seed: everything that the grammar has, with the texts that are hard to print.</summary>
internal sealed class SyntaxGenerator(int seed)
{
    private static readonly string[] _names = ["a", "b", "on", "type", "query", "true1", "_", "__x", "Name9", "fragment", "input", "null_"];
    private static readonly string[] _pieces = ["a", " ", "  ", "\t", "\n", "\r", "\r\n", "\"", "\"\"\"", "\\", "\\\"\"\"", "北", "😀", "\0", "\u007F", "\u2028", "\uFEFF", "#", "\\u0041", "{"];

    private readonly Random _random = new(seed);

    public DocumentNode Document() => new(Some(1, 4, Definition));

    private DefinitionNode Definition() => _random.Next(10) switch
    {
        0 or 1 => new OperationDefinitionNode(Text(), Any<OperationType>(), Name(), Some(0, 3, Variable), Directives(false), Selections(3), default),
        2 => new FragmentDefinitionNode(Text(), new Name(_names[0], default), Type(), Directives(false), Selections(2), default),
        3 => new SchemaDefinitionNode(Text(), false, Directives(true), Some(1, 3, () => new OperationTypeDefinitionNode(Any<OperationType>(), Type(), default)), default),
        4 => new ScalarTypeDefinitionNode(Text(), false, Name(), Directives(true), default),
        5 => new ObjectTypeDefinitionNode(null, true, Name(), Some(0, 2, Type), Directives(true), Some(1, 3, Field), default),
        6 => new InterfaceTypeDefinitionNode(Text(), false, Name(), Some(0, 2, Type), Directives(true), Some(0, 3, Field), default),
        7 => new EnumTypeDefinitionNode(Text(), false, Name(), Directives(true), Some(0, 3, () => new EnumValueDefinitionNode(Text(), Name(), Directives(true), default)), default),
        8 => new InputObjectTypeDefinitionNode(Text(), false, Name(), Directives(true), Some(0, 3, Input), default),
        _ => OneOf<Func<DefinitionNode>>(
            [
                () => new UnionTypeDefinitionNode(Text(), false, Name(), Directives(true), Some(0, 3, Type), default),
                () => new DirectiveDefinitionNode(Text(), Name(), Some(0, 3, Input), Half(), Some(1, 3, Location), default),
            ])(),
    };

    private VariableDefinitionNode Variable() => new(Text(), new VariableNode(Name(), default), Reference(), Half() ? Value(2, true) : null, Directives(true), default);

    private FieldDefinitionNode Field() => new(Text(), Name(), Some(0, 3, Input), Reference(), Directives(true), default);

    private InputValueDefinitionNode Input() => new(Text(), Name(), Reference(), Half() ? Value(2, true) : null, Directives(true), default);

    private SelectionSetNode Selections(int depth) => new(Some<SelectionNode>(1, 3, () => _random.Next(4) switch
    {
        0 => new FragmentSpreadNode(new Name(_names[1], default), Directives(false), default),
        1 when depth > 0 => new InlineFragmentNode(Half() ? Type() : null, Directives(false), Selections(depth - 1), default),
        _ => new FieldNode(Half() ? Name() : null, Name(), Arguments(false), Directives(false), depth > 0 && Half() ? Selections(depth - 1) : null, default),
    }), default);

    private IReadOnlyList<DirectiveNode> Directives(bool isConstant) => Some(0, 2, () => new DirectiveNode(Name(), Arguments(isConstant), default));

    private IReadOnlyList<ArgumentNode> Arguments(bool isConstant) => Some(0, 2, () => new ArgumentNode(Name(), Value(2, isConstant), default));

    private ValueNode Value(int depth, bool isConstant) => _random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => new IntValueNode(OneOf("0", "-0", "12345678901234567890"), default),
        1 => new FloatValueNode(OneOf("0.0", "-1e5", "1.5E-3"), default),
        2 => new StringValueNode(AnyText(), false, default),
        3 => new BooleanValueNode(Half(), default),
        4 => new NullValueNode(default),
        5 => new EnumValueNode(Name().Value, default),
        6 when !isConstant => new VariableNode(Name(), default),
        7 => new ListValueNode(Some(0, 3, () => Value(depth - 1, isConstant)), default),
        8 => new ObjectValueNode(Some(0, 3, () => new ObjectFieldNode(Name(), Value(depth - 1, isConstant), default)), default),
        _ => new StringValueNode(AnyText(), false, default),
    };

    private TypeNode Reference() => _random.Next(4) switch
    {
        0 => new ListTypeNode(Reference(), default),
        1 => new NonNullTypeNode(Half() ? Type() : new ListTypeNode(Reference(), default), default),
        _ => Type(),
    };

    private NamedTypeNode Type() => new(Name().Value, default);

    private Name Name() => new(OneOf(_names), default);

    private Name Location() => new(DirectiveLocationNames.NameOf(Any<DirectiveLocation>()), default);

    private StringValueNode? Text() => Half() ? null : new StringValueNode(AnyText(), false, default);

    private string AnyText() => string.Concat(Some(0, 6, () => OneOf(_pieces)));

    private List<T> Some<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];

    private T OneOf<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private T Any<T>()
        where T : struct, Enum => OneOf(Enum.GetValues<T>());

    private bool Half() => _random.Next(2) == 0;
}
