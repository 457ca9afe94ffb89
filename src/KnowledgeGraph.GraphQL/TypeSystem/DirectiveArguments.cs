using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Reads what the directives of a schema document say.</summary>
internal static class DirectiveArguments
{
    public const string DefaultDeprecationReason = "No longer supported";

    public static string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        Find(directives, "deprecated") is null ? null : Text(directives, "deprecated", "reason") ?? DefaultDeprecationReason;

    public static string? Text(IReadOnlyList<DirectiveNode> directives, string directive, string argument) =>
        (Find(directives, directive)?.Arguments.FirstOrDefault(given => given.Name.Value == argument)?.Value as StringValueNode)?.Value;

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
