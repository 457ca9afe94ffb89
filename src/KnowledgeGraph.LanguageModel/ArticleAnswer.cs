using System.Text.Json;

namespace KnowledgeGraph.LanguageModel;

/// <summary>What a model said of an article, not yet checked.</summary>
internal sealed record ArticleAnswer(IReadOnlyList<NamedEntity> Entities, IReadOnlyList<NamedRelation> Relations)
{
    private static readonly JsonSerializerOptions _options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, MaxDepth = 8 };

    /// <summary>The answer in some text, or <see langword="null"/> where there is none.</summary>
    public static ArticleAnswer? Parse(string text)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<ArticleAnswer>(text, _options);
            return answer?.Entities is null || answer.Relations is null || answer.Entities.Any(entity => entity?.Name is null || entity.Type is null)
                || answer.Relations.Any(relation => relation?.Type is null || relation.Head is null || relation.Tail is null || relation.Quotation is null)
                ? null
                : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Type">Person, Organization, Project, Event or Place.</param>
/// <param name="Name">As printed.</param>
internal sealed record NamedEntity(string Type, string Name);

/// <param name="Type">A type of the ontology: MET.</param>
/// <param name="Head">The name of an entity.</param>
/// <param name="Tail">The name of another.</param>
/// <param name="Title">Of HOLDS_POSITION: the post, as printed.</param>
/// <param name="Quotation">The sentence that says so, as printed.</param>
internal sealed record NamedRelation(string Type, string Head, string Tail, string? Title, string Quotation);
