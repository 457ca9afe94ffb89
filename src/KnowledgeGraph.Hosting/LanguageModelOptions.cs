using System.CommandLine;
using KnowledgeGraph.LanguageModel;

namespace KnowledgeGraph.Hosting;

/// <summary>The options that let a language model read along.</summary>
public sealed class LanguageModelOptions
{
    private readonly Option<Uri?> _endpoint = new("--language-model")
    {
        Description = "Let a language model read along: the address of a service with the chat completions interface, such as http://127.0.0.1:8080/v1. The key, if it needs one, comes from LANGUAGE_MODEL_KEY. Articles are sent there.",
        HelpName = "URL",
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : Refuse(result, "--language-model takes an address such as http://127.0.0.1:8080/v1."),
    };

    private readonly Option<string> _model = new("--language-model-name")
    {
        Description = "The model to ask.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "default",
    };

    private readonly Option<DirectoryInfo?> _cache = new("--language-model-cache") { Description = "A folder for its answers: what was asked once is not asked again.", HelpName = "DIR" };

    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Add(_endpoint);
        command.Add(_model);
        command.Add(_cache);
    }

    /// <summary>The reader that the options ask for, or <see langword="null"/>: none does by default.</summary>
    public LanguageModelReader? Create(ParseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.GetValue(_endpoint) is { } endpoint
            ? new LanguageModelReader(new LanguageModelSettings(endpoint, result.GetRequiredValue(_model))
            {
                Key = Environment.GetEnvironmentVariable("LANGUAGE_MODEL_KEY"),
                Cache = result.GetValue(_cache),
            })
            : null;
    }

    /// <summary>Says how many articles got no answer.</summary>
    public static void Report(LanguageModelReader? reader, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (reader?.Unanswered is > 0 and var unanswered)
            errors.WriteLine($"The language model gave no usable answer for {unanswered} articles; they are read by the rules alone.");
    }

    private static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
