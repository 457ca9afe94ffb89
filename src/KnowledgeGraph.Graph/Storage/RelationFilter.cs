namespace KnowledgeGraph.Graph.Storage;

/// <summary>Which relations are wanted.</summary>
public sealed record RelationFilter
{
    /// <summary>Only these types; all where it is empty.</summary>
    public IReadOnlyCollection<RelationType> Types { get; init; } = [];

    /// <summary>Only with this status; <see langword="null"/> for any. The default is what occurred.</summary>
    public RelationStatus? Status { get; init; } = RelationStatus.Occurred;

    public RelationDirection Direction { get; init; } = RelationDirection.Both;

    /// <summary>Only facts whose date, else first report, can lie on or after this day; undated facts are left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only facts whose date, else first report, can lie on or before this day; undated facts are left out.</summary>
    public DateOnly? To { get; init; }

    public double MinConfidence { get; init; }

    /// <summary>Only facts that were certainly in print by the end of this day; facts of unknown report are left out.</summary>
    public AsOf? AsOf { get; init; }
}

/// <summary>Which way a relation leads, seen from the entity asked about. A symmetric relation leads both ways.</summary>
public enum RelationDirection
{
    Both,

    /// <summary>The entity is the head.</summary>
    Outgoing,

    /// <summary>The entity is the tail.</summary>
    Incoming,
}
