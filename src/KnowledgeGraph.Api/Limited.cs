namespace KnowledgeGraph.Api;

/// <summary>The first items of an answer, and how many there are in all.</summary>
internal sealed record Limited<T>(IReadOnlyList<T> Items, int TotalCount, bool IsTruncated);
