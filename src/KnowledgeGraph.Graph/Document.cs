namespace KnowledgeGraph.Graph;

/// <summary>One file or web page as it came.</summary>
public sealed record Document
{
    public required DocumentId Id { get; init; }

    /// <summary>Where it came from: file or page addresses, in ordinal order; more than one where the same bytes came several times.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The media type: <c>text/plain</c> or <c>text/html</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The text that every span refers to.</summary>
    public required string Text { get; init; }

    /// <summary>The page's own place (常州市武进区), where the text shows it.</summary>
    public string? Place { get; init; }

    public PartialDate? Published { get; init; }

    /// <summary>When it was first read. No part of the graph's content: two stores may differ in it.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}
