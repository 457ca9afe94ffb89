namespace KnowledgeGraph.Graph.Storage;

/// <summary>How much is in a graph.</summary>
public sealed record GraphStatistics
{
    public required long Documents { get; init; }

    public required long Articles { get; init; }

    public required long Mentions { get; init; }

    public required long Evidence { get; init; }

    /// <summary>Entities by type; a type without any is missing.</summary>
    public required IReadOnlyDictionary<EntityType, long> Entities { get; init; }

    /// <summary>Relations by type, whatever their status; a type without any is missing.</summary>
    public required IReadOnlyDictionary<RelationType, long> Relations { get; init; }
}
