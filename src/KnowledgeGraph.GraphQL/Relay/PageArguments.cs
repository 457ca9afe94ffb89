namespace KnowledgeGraph.GraphQL.Relay;

/// <summary>Which part of a connection is asked for.</summary>
/// <param name="Count">How many edges.</param>
/// <param name="IsBackward">Whether the last of them are meant, and not the first.</param>
/// <param name="After">The key behind which the edges lie, or <see langword="null"/>.</param>
/// <param name="Before">The key before which they lie, or <see langword="null"/>.</param>
public sealed record PageArguments(int Count, bool IsBackward, string? After, string? Before)
{
    /// <summary>Reads <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>, whichever of them the field has.</summary>
    /// <param name="context">The field.</param>
    /// <param name="cursors">What its cursors are made with.</param>
    /// <param name="scope">What they belong to.</param>
    /// <param name="defaultCount">How many edges there are when neither <c>first</c> nor <c>last</c> is given.</param>
    /// <param name="maxCount">How many may be asked for.</param>
    /// <exception cref="GraphQLException">A count is out of range, both are given (<c>BAD_ARGUMENT</c>), or a cursor is wrong (<c>INVALID_CURSOR</c>).</exception>
    public static PageArguments Of(FieldContext context, Cursors cursors, string scope, int defaultCount, int maxCount)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(cursors);
        var first = Argument<int?>(context, "first");
        var last = Argument<int?>(context, "last");
        if (first is not null && last is not null)
            throw new GraphQLException("Give 'first' or 'last', not both.", "BAD_ARGUMENT");
        if ((first ?? last) is { } count && (count < 0 || count > maxCount))
            throw new GraphQLException($"'{(first is null ? "last" : "first")}' is {count}; it takes 0 to {maxCount}.", "BAD_ARGUMENT");

        return new PageArguments(first ?? last ?? defaultCount, last is not null, Key("after"), Key("before"));

        string? Key(string name) => Argument<string>(context, name) is { } cursor ? cursors.Open(scope, cursor) : null;
    }

    private static T? Argument<T>(FieldContext context, string name) =>
        context.Field.FindArgument(name) is null ? default : context.Argument<T>(name);
}
