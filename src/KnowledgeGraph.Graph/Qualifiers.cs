namespace KnowledgeGraph.Graph;

/// <summary>What a text adds to a relation beside its ends.</summary>
public sealed record Qualifiers
{
    public static readonly Qualifiers None = new();

    /// <summary>The post, as printed (副总裁, 市委书记). Only of <see cref="RelationType.HoldsPosition"/>.</summary>
    public string? Title { get; init; }

    /// <summary>What the head did there (致辞, 主持).</summary>
    public string? Role { get; init; }

    public Amount? Amount { get; init; }

    public FactDate? Date { get; init; }
}

/// <summary>When a fact was, and whether its sentence prints that or the article's date stands in.</summary>
public sealed record FactDate(PartialDate Date, bool IsPrinted);

/// <summary>A sum of money: the number in whole units of its currency (ISO 4217), and the words in the text (约2.5亿元).</summary>
public sealed record Amount(decimal Number, string Currency, string Text);
