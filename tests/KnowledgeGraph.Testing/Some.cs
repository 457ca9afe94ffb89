using System.Text;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Testing;

/// <summary>Values for tests, of which only what matters needs to be named.</summary>
public static class Some
{
    public static Entity Person(string name, string scope = "某市") => Entity(EntityType.Person, name, scope);

    public static Entity Organization(string name, string scope = "") => Entity(EntityType.Organization, name, scope);

    public static Entity Event(string name, string scope = "2023") => Entity(EntityType.Event, name, scope);

    public static Entity Place(string name) => Entity(EntityType.Place, name, scope: "");

    public static Entity Entity(EntityType type, string name, string scope) =>
        new() { Id = EntityId.Of(type, name, scope), Type = type, Name = CanonicalName.Of(name), Scope = scope };

    /// <summary>A document with one article a call of <see cref="SomeDocument.Article"/>. Equal texts are equal documents.</summary>
    public static SomeDocument Document(string source = "page.txt", string header = "") => new(source, header);
}

/// <summary>Builds a document whose spans are right: sentences are put one after the other, and names are found in them.</summary>
public sealed class SomeDocument(string source, string header)
{
    private readonly StringBuilder _text = new(header);
    private readonly List<(string? Headline, FactDate? Date, int Start)> _articles = [];
    private readonly List<(int Article, TextSpan Span, RelationType Type, Entity Head, Entity Tail, Qualifiers Qualifiers, double Confidence, RelationStatus Status)> _facts = [];
    private readonly Dictionary<EntityId, Entity> _entities = [];

    /// <summary>Begins an article.</summary>
    public SomeDocument Article(string? headline = null, string? date = null)
    {
        var start = _text.Length;
        if (headline is not null)
            _text.Append(headline).Append('\n');

        if (date is not null)
            _text.Append(date).Append("，本报讯：");

        _articles.Add((headline, date is null ? null : new FactDate(PartialDate.Parse(date), IsPrinted: true), start));
        return this;
    }

    /// <summary>Adds a sentence that states a fact; where none is given, one that names both ends.</summary>
    public SomeDocument Saying(
        RelationType type,
        Entity head,
        Entity tail,
        string? sentence = null,
        Qualifiers? qualifiers = null,
        double confidence = 0.9,
        RelationStatus status = RelationStatus.Occurred)
    {
        if (_articles.Count == 0)
            Article();

        sentence ??= $"{head.Name}与{tail.Name}：{Ontology.Of(type).Name}。";
        var start = _text.Length;
        _text.Append(sentence);
        return Also(type, head, tail, qualifiers, confidence, status, new TextSpan(start, sentence.Length));
    }

    /// <summary>Lets the last sentence state another fact.</summary>
    public SomeDocument AndThat(RelationType type, Entity head, Entity tail, Qualifiers? qualifiers = null) =>
        Also(type, head, tail, qualifiers, confidence: 0.9, RelationStatus.Occurred, _facts[^1].Span);

    /// <summary>Gives an entity more forms.</summary>
    public SomeDocument Calling(Entity entity, params string[] aliases)
    {
        _entities[entity.Id] = entity with { Aliases = aliases };
        return this;
    }

    public DocumentGraph Build()
    {
        var text = _text.ToString();
        var id = DocumentId.Of(Encoding.UTF8.GetBytes(text));
        var articles = _articles.Select((article, order) => BuildArticle(id, order, text)).ToList();
        return new DocumentGraph
        {
            Document = new Document { Id = id, Sources = [source], Format = "text/plain", Text = text, Place = "某市" },
            Articles = articles,
            Entities = [.. _entities.Values],
            Mentions = [.. Mentions(articles, text).DistinctBy(mention => mention.Id)],
            Evidence = [.. _facts.Select(fact => BuildEvidence(fact, articles[fact.Article], text)).DistinctBy(evidence => evidence.Id)],
        };
    }

    private SomeDocument Also(
        RelationType type, Entity head, Entity tail, Qualifiers? qualifiers, double confidence, RelationStatus status, TextSpan span)
    {
        _entities.TryAdd(head.Id, head);
        _entities.TryAdd(tail.Id, tail);
        _facts.Add((_articles.Count - 1, span, type, head, tail, qualifiers ?? Qualifiers.None, confidence, status));
        return this;
    }

    private Article BuildArticle(DocumentId id, int order, string text)
    {
        var (headline, date, start) = _articles[order];
        var end = order + 1 < _articles.Count ? _articles[order + 1].Start : text.Length;
        return new Article
        {
            Id = ArticleId.Of(id, order),
            DocumentId = id,
            Order = order,
            Headline = headline,
            Spans = end > start ? [TextSpan.FromBounds(start, end)] : [],
            Date = date,
            Fingerprint = text[start..end],
        };
    }

    private IEnumerable<Mention> Mentions(List<Article> articles, string text) =>
        from fact in _facts
        from entity in (Entity[])[fact.Head, fact.Tail]
        let start = text.IndexOf(entity.Name, fact.Span.Start, StringComparison.Ordinal)
        where start >= 0 && start + entity.Name.Length <= fact.Span.End
        let span = new TextSpan(start, entity.Name.Length)
        let article = articles[fact.Article].Id
        select new Mention
        {
            Id = MentionId.Of(article, span, entity.Id),
            ArticleId = article,
            EntityId = entity.Id,
            Span = span,
            Text = entity.Name,
            Rule = "test",
        };

    private static Evidence BuildEvidence(
        (int Article, TextSpan Span, RelationType Type, Entity Head, Entity Tail, Qualifiers Qualifiers, double Confidence, RelationStatus Status) fact,
        Article article,
        string text)
    {
        var relation = RelationId.Of(fact.Type, fact.Head.Id, fact.Tail.Id, fact.Qualifiers);
        return new Evidence
        {
            Id = EvidenceId.Of(relation, article.Id, fact.Span),
            RelationId = relation,
            Type = fact.Type,
            HeadId = fact.Head.Id,
            TailId = fact.Tail.Id,
            ArticleId = article.Id,
            Sentence = fact.Span.Of(text),
            Span = fact.Span,
            Rule = "test",
            Confidence = fact.Confidence,
            Status = fact.Status,
            Qualifiers = fact.Qualifiers,
            Reported = article.Date?.Date,
            Fingerprint = article.Fingerprint,
        };
    }
}
