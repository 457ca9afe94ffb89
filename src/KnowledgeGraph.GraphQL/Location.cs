namespace KnowledgeGraph.GraphQL;

/// <summary>A place in a GraphQL document.</summary>
/// <param name="Line">The line, beginning at 1.</param>
/// <param name="Column">The column in UTF-16 units, beginning at 1.</param>
public readonly record struct Location(int Line, int Column);
