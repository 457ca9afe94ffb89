namespace KnowledgeGraph.Graph;

/// <summary>All that one document says: its articles, whom and what they name, and the evidence of facts.</summary>
/// <remarks>
/// Complete in itself: every id in it names something in it. <see cref="Validate"/> checks that; a store refuses what fails.
/// The order of the lists means nothing.
/// </remarks>
public sealed record DocumentGraph
{
    /// <summary>How long the name of an entity and the address of a source may be: stores find them by an index.</summary>
    public const int MaxNameLength = 2_000;

    public required Document Document { get; init; }

    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>What this document contributes to each entity: the forms and dates that it prints.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What is wrong with it, a sentence each; nothing where all is well.</summary>
    public IEnumerable<string> Validate()
    {
        var articles = Articles.Select(article => article.Id).ToHashSet();
        var entities = new Dictionary<EntityId, EntityType>();
        if (Document.Sources.Count == 0)
            yield return $"Document {Document.Id} has no source.";

        if (Document.Sources.Any(source => source.Length > MaxNameLength))
            yield return $"A source of document {Document.Id} has more than {MaxNameLength:N0} characters.";

        if (!Texts().All(WholeText.Is))
            yield return $"Document {Document.Id} has a text with U+0000 or with half a character (a lone surrogate).";

        if (articles.Count != Articles.Count)
            yield return $"Document {Document.Id} has two articles with the same id.";

        foreach (var entity in Entities)
        {
            if (!entities.TryAdd(entity.Id, entity.Type))
                yield return $"Entity {entity.Id} stands twice in document {Document.Id}.";
            else if (entity.Name.Length > MaxNameLength)
                yield return $"The name of entity {entity.Id} has more than {MaxNameLength:N0} characters.";
        }

        foreach (var article in Articles)
        {
            if (article.DocumentId != Document.Id)
                yield return $"Article {article.Id} is of another document.";
        }

        foreach (var mention in Mentions)
        {
            if (!articles.Contains(mention.ArticleId) || !entities.ContainsKey(mention.EntityId))
                yield return $"Mention {mention.Id} names an article or an entity that is not in the document.";
            else if (!IsAt(mention.Span, mention.Text))
                yield return $"Mention {mention.Id} is not the text of its span.";
        }

        var seen = new HashSet<EvidenceId>();
        foreach (var evidence in Evidence)
        {
            if (!seen.Add(evidence.Id))
                yield return $"Evidence {evidence.Id} stands twice in document {Document.Id}.";
            else if (!articles.Contains(evidence.ArticleId)
                || !entities.TryGetValue(evidence.HeadId, out var head)
                || !entities.TryGetValue(evidence.TailId, out var tail))
                yield return $"Evidence {evidence.Id} names an article or an entity that is not in the document.";
            else if (!Ontology.Permits(evidence.Type, head, tail))
                yield return $"Evidence {evidence.Id}: {Ontology.Of(evidence.Type).Name} may not lead from {head} to {tail}.";
            else if (evidence.HeadId == evidence.TailId)
                yield return $"Evidence {evidence.Id} relates an entity to itself.";
            else if (!IsAt(evidence.Span, evidence.Sentence))
                yield return $"Evidence {evidence.Id} is not the text of its span.";
        }
    }

    /// <summary>All that is written, but for what is part of it: sentences and mentions are parts of the text.</summary>
    private IEnumerable<string?> Texts() =>
    [
        Document.Text,
        Document.Place,
        .. Document.Sources,
        .. Articles.SelectMany(article => (string?[])[article.Headline, article.Place, article.Fingerprint]),
        .. Entities.SelectMany(entity => entity.Aliases.Append(entity.Name).Append(entity.Scope)),
        .. Evidence.SelectMany(evidence => (string?[])[evidence.Qualifiers.Title, evidence.Qualifiers.Role, evidence.Qualifiers.Amount?.Text]),
    ];

    private bool IsAt(TextSpan span, string text) =>
        span.Start >= 0 && span.Length > 0 && span.End <= Document.Text.Length
        && Document.Text.AsSpan(span.Start, span.Length).SequenceEqual(text);
}
