namespace KnowledgeGraph.Graph;

/// <summary>One stretch of an article that names an entity.</summary>
public sealed record Mention
{
    public required MentionId Id { get; init; }

    public required ArticleId ArticleId { get; init; }

    public required EntityId EntityId { get; init; }

    /// <summary>Where it stands in the text of the document.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words there.</summary>
    public required string Text { get; init; }

    /// <summary>The rule or model that found it.</summary>
    public required string Rule { get; init; }
}
