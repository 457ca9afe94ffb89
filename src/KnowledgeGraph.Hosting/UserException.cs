namespace KnowledgeGraph.Hosting;

/// <summary>Something that the user of a command can put right. The message says what to do.</summary>
public sealed class UserException(string message, Exception? innerException = null) : Exception(message, innerException);
