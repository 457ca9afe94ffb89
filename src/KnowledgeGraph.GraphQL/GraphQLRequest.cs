using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.GraphQL;

/// <summary>What is asked: a document, which of its operations, and the values of its variables.</summary>
public sealed class GraphQLRequest
{
    /// <summary>The document in UTF-8; empty where the request only names one.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>The identifier of one of the <see cref="GraphQLOptions.TrustedDocuments"/>, in place of a document.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation, when the document has several.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object with a value for each variable; the default is none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>A JSON object for the service. The engine knows <c>persistedQuery</c> in it, the hash of a document that was sent before.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Where <see cref="FieldContext.Service{T}"/> finds services.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>The parent of the fields that the operation begins at.</summary>
    public object Root { get; init; } = new();

    /// <summary>Whether a mutation may be executed; not in a GET request.</summary>
    public bool AllowMutation { get; init; } = true;

    /// <summary>Whether a subscription may be executed; only where responses can follow each other without end.</summary>
    public bool AllowSubscription { get; init; } = true;

    /// <summary>Whether the response says what the operation may cost, in <c>extensions.cost</c>.</summary>
    public bool ReportCost { get; init; }

    /// <summary>Makes a request of texts.</summary>
    /// <exception cref="JsonException">The variables are not JSON.</exception>
    public static GraphQLRequest FromText(string query, string? variables = null, string? operationName = null, IServiceProvider? services = null) => new()
    {
        Query = Encoding.UTF8.GetBytes(query),
        Variables = string.IsNullOrWhiteSpace(variables) ? default : JsonElement.Parse(variables),
        OperationName = operationName,
        Services = services,
    };
}
