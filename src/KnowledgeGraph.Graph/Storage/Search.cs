namespace KnowledgeGraph.Graph.Storage;

/// <summary>What to look for.</summary>
/// <param name="Text">The substring.</param>
/// <param name="Types">Only entities of these types, and no articles or relations; everything where it is empty.</param>
/// <param name="Limit">How many hits at the most.</param>
public sealed record SearchRequest(string Text, IReadOnlyCollection<EntityType> Types, int Limit)
{
    /// <summary>The longest text that is looked for.</summary>
    public const int MaxLength = 100;
}

/// <summary>What was found, and where: exactly one of the ids is given.</summary>
/// <param name="Text">The name, alias, headline or sentence that contains what was looked for.</param>
/// <param name="Entity">The entity whose name or alias it is.</param>
/// <param name="Article">The article whose headline it is.</param>
/// <param name="Relation">The relation whose sentence it is.</param>
public sealed record SearchHit(string Text, EntityId? Entity = null, ArticleId? Article = null, RelationId? Relation = null);
