using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Graph.Traversal;

/// <summary>A <see cref="RelationFilter"/> made ready to be held against many facts.</summary>
public sealed class FactFilter
{
    private static readonly int _symmetric = Mask(Ontology.Relations.Where(definition => definition.IsSymmetric).Select(definition => definition.Type));

    private readonly int _types;
    private readonly int _asHead;
    private readonly int _asTail;

    public FactFilter(RelationFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        Source = filter;
        _types = filter.Types.Count == 0 ? -1 : Mask(filter.Types);
        _asHead = filter.Direction == RelationDirection.Incoming ? _types & _symmetric : _types;
        _asTail = filter.Direction == RelationDirection.Outgoing ? _types & _symmetric : _types;
    }

    /// <summary>The filter as a store takes it.</summary>
    public RelationFilter Source { get; }

    /// <summary>Whether facts of a type are wanted, seen from an end.</summary>
    public bool LetsThrough(RelationType type, bool isHead) => ((isHead ? _asHead : _asTail) & Bit(type)) != 0;

    /// <summary>Whether a fact is wanted, its type and direction apart.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="confidence">Its confidence.</param>
    /// <param name="date">Its date, else its last report.</param>
    /// <param name="knownFrom">The day by whose end it was certainly in print; <see langword="null"/> where that is not known.</param>
    public bool LetsThrough(RelationStatus status, double confidence, PackedDate date, DateOnly? knownFrom) =>
        (Source.Status is null || Source.Status == status)
        && confidence >= Source.MinConfidence
        && (Source.From is not { } from || (date.IsKnown && date.Last >= from))
        && (Source.To is not { } to || (date.IsKnown && date.First <= to))
        && (Source.AsOf is not { } asOf || knownFrom <= asOf.Day);

    private static int Mask(IEnumerable<RelationType> types) => types.Aggregate(0, (mask, type) => mask | Bit(type));

    private static int Bit(RelationType type) => 1 << (int)type;
}
