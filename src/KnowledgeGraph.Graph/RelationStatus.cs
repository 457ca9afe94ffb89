namespace KnowledgeGraph.Graph;

/// <summary>Whether what a relation states came to pass, as the text says it.</summary>
public enum RelationStatus
{
    /// <summary>It happened or it holds. What questions answer with unless asked otherwise.</summary>
    Occurred,

    /// <summary>It is definitely planned (将与…共建).</summary>
    Planned,

    /// <summary>It was planned and was called off.</summary>
    Cancelled,

    /// <summary>The text denies it.</summary>
    Denied,
}
