using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction;

/// <summary>What a page says. Entities and relations refer to each other by their place in these lists.</summary>
/// <param name="Text">The text that all spans refer to.</param>
/// <param name="Place">Where the paper is at home (常州市武进区), as the text shows it.</param>
/// <param name="Published">The day of the page.</param>
/// <param name="Articles">The pieces on the page, in reading order.</param>
/// <param name="Entities">Each thing that is named, once.</param>
/// <param name="Relations">Each statement with its sentence; a fact that two sentences state is there twice.</param>
public sealed record PageExtraction(
    string Text,
    string? Place,
    PartialDate? Published,
    IReadOnlyList<ExtractedArticle> Articles,
    IReadOnlyList<ExtractedEntity> Entities,
    IReadOnlyList<ExtractedRelation> Relations)
{
    /// <summary>Each fact once, with the most confident of its sentences. What was cancelled or denied is no fact.</summary>
    public IEnumerable<ExtractedRelation> Facts() => Relations
        .Where(relation => relation.Status is RelationStatus.Occurred or RelationStatus.Planned)
        .GroupBy(relation => (relation.Type, relation.Head, relation.Tail, relation.Qualifiers.Title))
        .Select(statements => statements.MaxBy(relation => relation.Confidence)!);
}

/// <summary>One piece on a page.</summary>
/// <param name="Headline">Its headline as read, or <see langword="null"/>.</param>
/// <param name="Spans">Where its text lies in the original, in reading order; passages that the page prints twice are there once.</param>
/// <param name="Date">When what it tells of happened.</param>
/// <param name="Place">The place that its local words (我市, 区委) refer to.</param>
public sealed record ExtractedArticle(string? Headline, IReadOnlyList<TextSpan> Spans, FactDate? Date, string? Place);

/// <summary>One thing that the page names.</summary>
/// <param name="Type">What it is: the first of <paramref name="Types"/>.</param>
/// <param name="Types">The readings that are fair, best first: an industrial park is a place, and an organization where it signs.</param>
/// <param name="Name">Its fullest form, resolved where the page only has a local word (市委 → 常州市委).</param>
/// <param name="Aliases">The other forms on the page.</param>
/// <param name="Region">The place that tells it from namesakes elsewhere.</param>
/// <param name="Date">Of an event: when it was.</param>
/// <param name="Mentions">Where it is named, in text order.</param>
public sealed record ExtractedEntity(
    EntityType Type,
    IReadOnlyList<EntityType> Types,
    string Name,
    IReadOnlyList<string> Aliases,
    string? Region,
    FactDate? Date,
    IReadOnlyList<ExtractedMention> Mentions);

/// <summary>One place in the text that names an entity.</summary>
/// <param name="Span">The exact stretch of the page's text; a name that a column cuts has the line break inside.</param>
/// <param name="Article">The article it stands in.</param>
/// <param name="Rule">What found it.</param>
/// <param name="Score">How sure that is, from 0 to 1.</param>
public sealed record ExtractedMention(TextSpan Span, int Article, string Rule, double Score);

/// <summary>One statement of a relation.</summary>
/// <param name="Type">What is stated.</param>
/// <param name="Head">The place of the head in <see cref="PageExtraction.Entities"/>.</param>
/// <param name="Tail">The place of the tail there.</param>
/// <param name="Qualifiers">Title, role, amount and date.</param>
/// <param name="Status">Whether it came to pass.</param>
/// <param name="Confidence">The share of such statements that are right, from 0 to 1.</param>
/// <param name="Rule">What found it.</param>
/// <param name="Article">The article it stands in.</param>
/// <param name="Evidence">The sentence that says so, in the page's text.</param>
/// <param name="Sentence">The text of <paramref name="Evidence"/>.</param>
/// <param name="Cue">The words that it went by (会见, 位于), in the page's text; <see langword="null"/> where it is the names themselves that say so.</param>
public sealed record ExtractedRelation(
    RelationType Type,
    int Head,
    int Tail,
    Qualifiers Qualifiers,
    RelationStatus Status,
    double Confidence,
    string Rule,
    int Article,
    TextSpan Evidence,
    string Sentence,
    TextSpan? Cue = null);
