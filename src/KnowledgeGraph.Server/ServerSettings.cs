using System.Text;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.AspNetCore;
using KnowledgeGraph.GraphQL.Relay;
using KnowledgeGraph.Hosting;

namespace KnowledgeGraph.Server;

/// <summary>What the operator decides when the server is started.</summary>
public sealed record ServerSettings
{
    /// <summary>The addresses to listen at, parted by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5000";

    /// <summary>Whether the sample pages are read into an empty graph.</summary>
    public bool WithSamples { get; init; } = true;

    /// <summary>The origins, besides the server's own, whose pages may ask.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>A manifest of documents that clients may name; null is none.</summary>
    public string? TrustedDocuments { get; init; }

    /// <summary>Whether nothing but these documents is answered.</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary>What an operation may cost, its fields and its objects each.</summary>
    public double MaxCost { get; init; } = 200_000;

    /// <summary>Whether questions walk along relations in memory (an adjacency index, 40 bytes a relation) instead of reading them from the store.</summary>
    public bool UseIndex { get; init; } = true;

    /// <summary>The variable of the environment with what cursors are signed with: servers that answer the same clients share it. Without it cursors end with the process.</summary>
    public const string CursorSecretVariable = "KG_CURSOR_SECRET";

    /// <summary>What cursors are made with.</summary>
    /// <exception cref="UserException">The secret is too short.</exception>
    public static Cursors Cursors()
    {
        var secret = Environment.GetEnvironmentVariable(CursorSecretVariable);
        try
        {
            return string.IsNullOrEmpty(secret) ? KnowledgeGraph.GraphQL.Relay.Cursors.Random() : new Cursors(Encoding.UTF8.GetBytes(secret));
        }
        catch (ArgumentException exception)
        {
            throw new UserException($"{CursorSecretVariable} is too short: give at least 16 characters.", exception);
        }
    }

    /// <summary>The limits of the engine.</summary>
    /// <exception cref="UserException">The manifest cannot be read.</exception>
    public GraphQLOptions GraphQL() => new()
    {
        MaxFieldCost = MaxCost,
        MaxTypeCost = MaxCost,
        OnlyTrustedDocuments = OnlyTrustedDocuments,
        TrustedDocuments = TrustedDocuments is null ? null : Read(TrustedDocuments),
    };

    public GraphQLEndpointOptions Endpoint() => new() { AllowedOrigins = AllowedOrigins };

    private static TrustedDocuments Read(string path)
    {
        try
        {
            return KnowledgeGraph.GraphQL.TrustedDocuments.FromManifest(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UserException($"The trusted documents cannot be read from '{path}': {exception.Message}", exception);
        }
    }
}
