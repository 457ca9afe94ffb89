using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>What every schema has without defining it: five scalars and five directives.</summary>
internal static class BuiltIns
{
    public static ScalarType Int { get; } = Scalar("Int", "A whole number between -2^31 and 2^31 - 1.");

    public static ScalarType Float { get; } = Scalar("Float", "A number of double precision (IEEE 754), finite.");

    public static ScalarType String { get; } = Scalar("String", "A text in Unicode.");

    public static ScalarType Boolean { get; } = Scalar("Boolean", "`true` or `false`.");

    public static ScalarType Id { get; } = Scalar("ID", "An identifier: a text that only says whether two things are the same. Whole numbers are accepted as input.");

    public static IReadOnlyList<ScalarType> Types { get; } = [Int, Float, String, Boolean, Id];

    public static IReadOnlyList<DirectiveDefinition> Directives { get; } =
    [
        new(
            "include",
            "Only where the condition is true is the field or fragment part of the response.",
            [new InputValue("if", "The condition.", Boolean.NonNull, null)],
            [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
            false),
        new(
            "skip",
            "Where the condition is true the field or fragment is left out of the response.",
            [new InputValue("if", "The condition.", Boolean.NonNull, null)],
            [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
            false),
        new(
            "deprecated",
            "The element should no longer be used.",
            [
                new InputValue(
                    "reason",
                    "Why, and what to use instead, in Markdown.",
                    String.NonNull,
                    new StringValueNode(DirectiveArguments.DefaultDeprecationReason, false, default)),
            ],
            [
                DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.InputFieldDefinition,
                DirectiveLocation.EnumValue,
            ],
            false),
        new(
            "specifiedBy",
            "Where the behaviour of the scalar is specified.",
            [new InputValue("url", "The address of the specification.", String.NonNull, null)],
            [DirectiveLocation.Scalar],
            false),
        new("oneOf", "Exactly one field of the input object is given, and it is not null.", [], [DirectiveLocation.InputObject], false),
    ];

    public static bool IsBuiltIn(NamedType type) => type.IsIntrospectionType || BuiltInScalars.ByName.ContainsKey(type.Name);

    public static bool IsBuiltIn(DirectiveDefinition directive) => Directives.Contains(directive);

    private static ScalarType Scalar(string name, string description) => new(name, description) { Binding = BuiltInScalars.ByName[name] };
}
