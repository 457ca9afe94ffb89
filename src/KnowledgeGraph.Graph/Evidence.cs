namespace KnowledgeGraph.Graph;

/// <summary>One passage that states a fact.</summary>
public sealed record Evidence
{
    public required EvidenceId Id { get; init; }

    public required RelationId RelationId { get; init; }

    public required RelationType Type { get; init; }

    public required EntityId HeadId { get; init; }

    public required EntityId TailId { get; init; }

    public required ArticleId ArticleId { get; init; }

    /// <summary>The sentence, exactly as it stands at <see cref="Span"/> in the text of the document.</summary>
    public required string Sentence { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>The rule or model that read it.</summary>
    public required string Rule { get; init; }

    /// <summary>How likely the reading is right, from 0 to 1.</summary>
    public required double Confidence { get; init; }

    public RelationStatus Status { get; init; } = RelationStatus.Occurred;

    public Qualifiers Qualifiers { get; init; } = Qualifiers.None;

    /// <summary>When it was reported: the article's date, else the page's.</summary>
    public PartialDate? Reported { get; init; }

    /// <summary>The fingerprint of its article: evidences that share it are one source.</summary>
    public required string Fingerprint { get; init; }
}
