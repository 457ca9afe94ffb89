namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>How an input object becomes a value of the program.</summary>
internal abstract class InputBinding
{
    public abstract Type ClrType { get; }

    public abstract object Make(InputObject fields);
}

/// <inheritdoc/>
internal sealed class InputBinding<T>(Func<InputObject, T> make) : InputBinding
    where T : notnull
{
    public override Type ClrType => typeof(T);

    public override object Make(InputObject fields)
    {
        try
        {
            return make(fields);
        }
        catch (Exception exception) when (exception is not (GraphQLException or CoercionException or OperationCanceledException))
        {
            // What the program says of it is not for the client.
            throw CoercionErrors.NotMade();
        }
    }
}
