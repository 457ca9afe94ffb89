namespace KnowledgeGraph.GraphQL.Language;

/// <summary>Finds what is given for an argument.</summary>
internal static class ArgumentValues
{
    /// <returns>The value, or <see langword="null"/> where the argument is not given.</returns>
    public static ValueNode? Of(IReadOnlyList<ArgumentNode> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name.Value == name)
                return arguments[i].Value;
        }

        return null;
    }
}
