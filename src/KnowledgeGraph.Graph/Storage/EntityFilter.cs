namespace KnowledgeGraph.Graph.Storage;

/// <summary>Which entities are wanted, and in which order.</summary>
public sealed record EntityFilter
{
    /// <summary>Only this type; all types where it is <see langword="null"/>.</summary>
    public EntityType? Type { get; init; }

    /// <summary>Only those whose name or an alias contains this text, as a search takes it; all where it is <see langword="null"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Only what is located in this place, or in a place within it, up to <see cref="PlaceDepth"/> places deep.</summary>
    public EntityId? Place { get; init; }

    /// <summary>Only entities whose own date can lie on or after this day: events.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only entities whose own date can lie on or before this day: events.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many places may lie between an entity and the place it is looked for in: village, town, county, city, province, country.</summary>
    public const int PlaceDepth = 6;

    public EntityOrder Order { get; init; } = EntityOrder.Connected;
}

/// <summary>How a list of entities is ordered; equals by id.</summary>
public enum EntityOrder
{
    /// <summary>The most relations first.</summary>
    Connected,

    /// <summary>By name, in ordinal order.</summary>
    Name,

    /// <summary>The entity's own date, the latest first: events. Undated ones last.</summary>
    Date,
}
