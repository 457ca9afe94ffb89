namespace KnowledgeGraph.Graph.Storage;

/// <summary>The store of the graph could not do what it was asked. The message says what to do.</summary>
public sealed class GraphStoreException(string message, bool isTransient, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Whether the same call may succeed later: the store was busy or away, not wrong.</summary>
    public bool IsTransient { get; } = isTransient;
}
