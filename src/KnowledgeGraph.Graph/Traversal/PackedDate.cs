namespace KnowledgeGraph.Graph.Traversal;

/// <summary>A date of any precision in one number: 20230915, 20230900 where the day is not known, 20230000 where the month is not, 0 where nothing is.</summary>
/// <remarks>Ordered as <see cref="PartialDate"/> is; what is not known comes first.</remarks>
public readonly record struct PackedDate(int Number) : IComparable<PackedDate>
{
    public bool IsKnown => Number != 0;

    /// <summary>The first day that the date can mean.</summary>
    public DateOnly First => ToDate()!.Value.First;

    /// <summary>The last day that the date can mean.</summary>
    public DateOnly Last => ToDate()!.Value.Last;

    public static PackedDate Of(PartialDate? date) =>
        date is { } known ? new PackedDate((known.Year * 10_000) + ((known.Month ?? 0) * 100) + (known.Day ?? 0)) : default;

    public PartialDate? ToDate() => IsKnown ? new PartialDate(Number / 10_000, Part(Number / 100 % 100), Part(Number % 100)) : null;

    public int CompareTo(PackedDate other) => Number.CompareTo(other.Number);

    public override string ToString() => ToDate() is { } date ? date.ToString() : "";

    public static bool operator <(PackedDate left, PackedDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PackedDate left, PackedDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PackedDate left, PackedDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PackedDate left, PackedDate right) => left.CompareTo(right) >= 0;

    private static int? Part(int number) => number == 0 ? null : number;
}
