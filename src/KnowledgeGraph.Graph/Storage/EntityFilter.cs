namespace KnowledgeGraph.Graph.Storage;

/// <summary>Which entities are wanted, and in which order.</summary>
public sealed record EntityFilter
{
    /// <summary>Only this type; all types where it is <see langword="null"/>.</summary>
    public EntityType? Type { get; init; }

    public EntityOrder Order { get; init; } = EntityOrder.Connected;
}

/// <summary>How a list of entities is ordered; equals by id.</summary>
public enum EntityOrder
{
    /// <summary>The most relations first.</summary>
    Connected,

    /// <summary>By name, in ordinal order.</summary>
    Name,
}
