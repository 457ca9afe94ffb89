namespace KnowledgeGraph.Graph;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position just behind the stretch.</summary>
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The text of the stretch in <paramref name="text"/>.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    public override string ToString() => $"{Start}..{End}";
}
