namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Something of the response is delivered later: what is deferred of an object, or the rest of a list.</summary>
/// <param name="Frontier">The objects of which one has something deferred; null for a list.</param>
/// <param name="Stream">The field of which one list has a rest; null for an object.</param>
/// <param name="Row">Which of them.</param>
internal readonly record struct Delivery(Frontier? Frontier, FieldContext? Stream, int Row);
