namespace KnowledgeGraph.Ingestion.Pages;

/// <summary>A page is not where it was said to be, or may not be read. The message says what to do.</summary>
public sealed class PageSourceException(string message, Exception? innerException = null) : Exception(message, innerException);
