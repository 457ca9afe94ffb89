namespace KnowledgeGraph.Training;

/// <summary>A normalized sentence with its names.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Names">Its names in text order, without overlap.</param>
/// <param name="Domain">Which corpus it is from: 1 and up.</param>
internal sealed record TaggedSentence(string Text, IReadOnlyList<(int Start, int End, string Class)> Names, int Domain);
