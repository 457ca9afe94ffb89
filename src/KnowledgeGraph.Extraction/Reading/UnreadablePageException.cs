namespace KnowledgeGraph.Extraction.Reading;

/// <summary>The bytes of a page are no text that can be read. The message is one line that says what to do.</summary>
public sealed class UnreadablePageException(string message) : Exception(message);
