using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>The directives of incremental delivery. Where the schema does not define them, they are unknown and reported as such.</summary>
internal static class DeferStream
{
    public static bool Is(DirectiveNode directive) => directive.Name.Value is "defer" or "stream";
}
