using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.LanguageModel;

/// <summary>Adds to a page what an answer says and the article bears out.</summary>
/// <remarks>
/// A name counts if the article prints it, a relation if its ends are names that count, the ontology permits it, and its quotation stands
/// in the article and holds the names of both ends or forms of them. What the rules found stays as it is.
/// </remarks>
internal sealed class CheckedAnswer
{
    private const string Rule = "language model";

    // Nobody has measured how often a model is right on these pages.
    private const double Confidence = 0.5;

    private readonly PageExtraction _page;
    private readonly List<ExtractedEntity> _entities;
    private readonly List<ExtractedRelation> _relations;
    private readonly Dictionary<string, int> _byForm = new(StringComparer.Ordinal);

    public CheckedAnswer(PageExtraction page)
    {
        _page = page;
        _entities = [.. page.Entities];
        _relations = [.. page.Relations];
        for (var i = 0; i < _entities.Count; i++)
        {
            foreach (var form in _entities[i].Aliases.Prepend(_entities[i].Name))
                _byForm.TryAdd(form, i);
        }
    }

    public PageExtraction Page => _page with { Entities = _entities, Relations = _relations };

    public void Add(ArticleText article, ArticleAnswer answer)
    {
        foreach (var entity in answer.Entities)
            AddEntity(article, entity);

        foreach (var relation in answer.Relations)
            AddRelation(article, relation);
    }

    private void AddEntity(ArticleText article, NamedEntity entity)
    {
        var name = entity.Name.Trim();
        if (_byForm.ContainsKey(name) || !Enum.TryParse<EntityType>(entity.Type, out var type) || !Enum.IsDefined(type) || name.Length is < 2 or > 60)
            return;

        var mentions = article.Find(name).Select(span => new ExtractedMention(span, article.Number, Rule, Confidence)).ToList();
        if (mentions.Count == 0)
            return;

        _byForm[name] = _entities.Count;
        _entities.Add(new ExtractedEntity(type, [type], name, [], _page.Place, Date: null, mentions));
    }

    private void AddRelation(ArticleText article, NamedRelation relation)
    {
        if (Ontology.Find(relation.Type) is not { } definition || !_byForm.TryGetValue(relation.Head.Trim(), out var head) || !_byForm.TryGetValue(relation.Tail.Trim(), out var tail) || head == tail)
            return;

        if (!_entities[head].Types.Any(h => _entities[tail].Types.Any(t => Ontology.Permits(definition.Type, h, t))) || IsKnown(definition, head, tail))
            return;

        var title = definition.Type == RelationType.HoldsPosition ? relation.Title?.Trim() : null;
        if (definition.Type == RelationType.HoldsPosition && (string.IsNullOrEmpty(title) || !article.Find(title).Any()))
            return;

        if (article.Find(relation.Quotation).FirstOrDefault() is not { Length: > 0 } evidence || !Stands(head, evidence) || !Stands(tail, evidence))
            return;

        _relations.Add(new ExtractedRelation(
            definition.Type, head, tail, new Qualifiers { Title = title }, RelationStatus.Occurred, Confidence, Rule, article.Number, evidence, evidence.Of(_page.Text)));
    }

    private bool IsKnown(RelationDefinition definition, int head, int tail) => _relations.Exists(known =>
        known.Type == definition.Type && ((known.Head == head && known.Tail == tail) || (definition.IsSymmetric && known.Head == tail && known.Tail == head)));

    // Whether the sentence names the entity: a mention of it lies inside.
    private bool Stands(int entity, TextSpan evidence) => _entities[entity].Mentions.Any(mention => evidence.Contains(mention.Span));
}
