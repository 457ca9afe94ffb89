namespace KnowledgeGraph.GraphQL.Differential;

/// <summary>Where this engine differs from graphql-js on purpose; the README of the engine says why.</summary>
internal static class Choice
{
    private static readonly (string Name, Func<Verdict, Verdict, bool> Applies)[] _all =
    [
        ("an empty selection set is no selection set", (ours, theirs) =>
            ours.Stage == Stage.DocumentInvalid && Says(ours, "Syntax Error: Expected Name, found \"}\".") && !Says(theirs, "Syntax Error")),
        ("a variable in a @oneOf object is non-null wherever the object stands", (ours, theirs) =>
            ours.Stage == Stage.DocumentInvalid && theirs.Stage != Stage.DocumentInvalid && Says(ours, "must be non-nullable to be used for OneOf")),
        ("a condition that is null is not true, and no error", (ours, theirs) =>
            ours.Stage == Stage.Executed && theirs.Stage == Stage.Executed && (Says(theirs, "\"@skip(if:)\"") || Says(theirs, "\"@include(if:)\""))),
        ("no type but a scalar has the name of a built-in scalar", (ours, theirs) =>
            ours.Stage == Stage.SchemaRefused && theirs.Stage != Stage.SchemaRefused && Says(ours, "is a built-in scalar and can be nothing else")),
        ("a schema document holds no operations", (ours, theirs) =>
            ours.Stage == Stage.SchemaRefused && theirs.Stage != Stage.SchemaRefused && Says(ours, "A schema document holds no operations")),
        ("a float that is not finite is none", (ours, theirs) =>
            ours.Stage != Stage.Executed && Says(ours, "Float cannot represent non numeric value: 1e400")),
    ];

    public static string? Of(Verdict ours, Verdict theirs) => _all.FirstOrDefault(choice => choice.Applies(ours, theirs)).Name;

    private static bool Says(Verdict verdict, string words) => verdict.Messages.Any(message => message.Contains(words, StringComparison.Ordinal));
}
