using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Reads what the directives of a schema document say.</summary>
internal static class DirectiveArguments
{
    public const string DefaultDeprecationReason = "No longer supported";

    public static string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        Find(directives, "deprecated") is null ? null : Text(directives, "deprecated", "reason") ?? DefaultDeprecationReason;

    public static string? Text(IReadOnlyList<DirectiveNode> directives, string directive, string argument) =>
        Find(directives, directive) is { } applied ? (ArgumentValues.Of(applied.Arguments, argument) as StringValueNode)?.Value : null;

    public static DirectiveNode? Find(IReadOnlyList<DirectiveNode> directives, string name)
    {
        for (var i = 0; i < directives.Count; i++)
        {
            if (directives[i].Name.Value == name)
                return directives[i];
        }

        return null;
    }
}
