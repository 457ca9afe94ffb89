using System.Text.Json;

namespace KnowledgeGraph.GraphQL.Differential;

/// <summary>How far a case comes.</summary>
public enum Stage
{
    SchemaRefused,
    DocumentInvalid,
    RequestRefused,
    Subscription,
    Executed,
    Thrown,
}

/// <summary>What an engine says of a case.</summary>
/// <param name="Stage">How far it came.</param>
/// <param name="Messages">Why it came no further.</param>
/// <param name="Data">The data, where it was executed.</param>
/// <param name="Paths">The paths of the errors, where it was executed.</param>
public sealed record Verdict(Stage Stage, IReadOnlyList<string> Messages, JsonElement Data = default, IReadOnlyList<JsonElement>? Paths = null);
