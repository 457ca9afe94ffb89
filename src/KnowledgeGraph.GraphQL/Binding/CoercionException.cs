namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>A value does not fit its type. Caught where the value's place is known, and said there.</summary>
internal sealed class CoercionException(string message, bool isComplete = false) : Exception(message)
{
    /// <summary>Whether the message already says which value of which variable it is about.</summary>
    public bool IsComplete { get; } = isComplete;
}
