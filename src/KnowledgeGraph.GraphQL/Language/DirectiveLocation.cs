namespace KnowledgeGraph.GraphQL.Language;

/// <summary>The places where a directive may stand, with the names of the specification.</summary>
public enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
}

/// <summary>The names of <see cref="DirectiveLocation"/> as a document spells them.</summary>
public static class DirectiveLocationNames
{
    private static readonly string[] _names =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ];

    public static string NameOf(DirectiveLocation location) => _names[(int)location];

    public static bool TryRead(string name, out DirectiveLocation location)
    {
        var index = Array.IndexOf(_names, name);
        location = (DirectiveLocation)Math.Max(index, 0);
        return index >= 0;
    }
}
