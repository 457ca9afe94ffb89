using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Decides the conditions of an operation's directives for one request.</summary>
/// <param name="valueOf">The value of a Boolean variable; null where it has none.</param>
/// <param name="isIncremental">Whether the response may come in parts. Otherwise nothing is deferred and nothing streamed.</param>
internal sealed class Conditions(Func<string, bool?> valueOf, bool isIncremental)
{
    /// <summary>Whether a selection is part of the response, by its <c>@skip</c> and <c>@include</c>.</summary>
    public bool Include(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == "skip" ? IfOf(directive) ?? false : directive.Name.Value == "include" && !(IfOf(directive) ?? false))
                return false;
        }

        return true;
    }

    /// <summary>The <c>@defer</c> of a fragment where it is to be deferred.</summary>
    public DirectiveNode? DeferOf(IReadOnlyList<DirectiveNode> directives) => Active(directives, "defer");

    /// <summary>The <c>@stream</c> of a field where it is to be streamed.</summary>
    public DirectiveNode? StreamOf(IReadOnlyList<DirectiveNode> directives) => Active(directives, "stream");

    public static string? LabelOf(DirectiveNode directive) => (ArgumentValues.Of(directive.Arguments, "label") as StringValueNode)?.Value;

    private DirectiveNode? Active(IReadOnlyList<DirectiveNode> directives, string name)
    {
        if (!isIncremental)
            return null;

        foreach (var directive in directives)
        {
            if (directive.Name.Value == name)
                return IfOf(directive) ?? true ? directive : null;
        }

        return null;
    }

    private bool? IfOf(DirectiveNode directive) => ArgumentValues.Of(directive.Arguments, "if") switch
    {
        VariableNode variable => valueOf(variable.Name.Value),
        BooleanValueNode boolean => boolean.Value,
        _ => null,
    };
}
