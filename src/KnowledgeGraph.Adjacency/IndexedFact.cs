using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Adjacency;

/// <summary>What the index keeps of a relation.</summary>
/// <param name="Id">The relation's id.</param>
/// <param name="Head">The head's id.</param>
/// <param name="Tail">The tail's id.</param>
/// <param name="Kind">Its type and status.</param>
/// <param name="Date">The fact's date, else its last report.</param>
/// <param name="Confidence">In ten-thousandths.</param>
/// <param name="KnownFrom">The day by whose end it was certainly in print, in days from 1900; 0 where that is not known.</param>
internal readonly record struct IndexedFact(
    UInt128 Id, UInt128 Head, UInt128 Tail, FactKind Kind, PackedDate Date, ushort Confidence, ushort KnownFrom)
{
    private static readonly DateOnly _firstDay = new(1900, 1, 1);

    /// <summary>What the index keeps of a relation; <see langword="null"/> of one whose ids are no hashes.</summary>
    public static IndexedFact? Of(Relation relation) =>
        PackedId.TryPack(relation.Id.Value, out var id) && PackedId.TryPack(relation.HeadId.Value, out var head) && PackedId.TryPack(relation.TailId.Value, out var tail)
            ? new IndexedFact(
                id,
                head,
                tail,
                new FactKind(relation.Type, relation.Status),
                PackedDate.Of(relation.SortDate),
                (ushort)Math.Round(Math.Clamp(relation.Confidence, 0, 1) * 10_000),
                DaysOf(relation.FirstReported))
            : null;

    /// <summary>The day that <see cref="KnownFrom"/> means.</summary>
    public static DateOnly? DayOf(ushort knownFrom) => knownFrom == 0 ? null : _firstDay.AddDays(knownFrom);

    private static ushort DaysOf(PartialDate? reported) =>
        reported is { } known ? (ushort)Math.Clamp(known.Last.DayNumber - _firstDay.DayNumber, 1, ushort.MaxValue) : (ushort)0;
}
