namespace KnowledgeGraph.Graph;

/// <summary>One piece in a document.</summary>
public sealed record Article
{
    public required ArticleId Id { get; init; }

    public required DocumentId DocumentId { get; init; }

    /// <summary>The place among the articles of its document, from 0.</summary>
    public required int Order { get; init; }

    public string? Headline { get; init; }

    /// <summary>Where its text lies in the document, in reading order. Columns and captions cut it into several stretches.</summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }

    /// <summary>When what it reports took place, else when it was published.</summary>
    public FactDate? Date { get; init; }

    public string? Place { get; init; }

    /// <summary>Equal for articles with the same wording: a reprint, which is no independent source.</summary>
    public required string Fingerprint { get; init; }
}
