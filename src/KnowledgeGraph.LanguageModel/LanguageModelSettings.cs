namespace KnowledgeGraph.LanguageModel;

/// <summary>Which language model reads along, and how.</summary>
/// <param name="Endpoint">The base address of a service that speaks the chat completions interface of OpenAI, such as <c>http://127.0.0.1:8080/v1</c>.</param>
/// <param name="Model">The model to ask.</param>
public sealed record LanguageModelSettings(Uri Endpoint, string Model)
{
    /// <summary>What is sent as bearer token; null sends none.</summary>
    public string? Key { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Where answers are kept, so that an article is asked about once; null keeps none.</summary>
    public DirectoryInfo? Cache { get; init; }
}
