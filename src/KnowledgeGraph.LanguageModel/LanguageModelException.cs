namespace KnowledgeGraph.LanguageModel;

/// <summary>The language model cannot be asked at all: a wrong address, key or model. The message says what to do.</summary>
public sealed class LanguageModelException(string message, Exception? innerException = null) : Exception(message, innerException);
