using KnowledgeGraph.Graph;
using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

/// <summary>How the model's values stand in nodes and relationships: for each the columns of its query, and how a row of them is read.</summary>
internal static class Rows
{
    public const string DocumentColumns =
        "d.id, d.format, d.text, d.place, d.published, d.readAt, COLLECT { MATCH (d)-[:FROM]->(s:Source) RETURN s.address ORDER BY s.address }";

    public const string ArticleColumns = "a.id, a.documentId, a.order, a.headline, a.spans, a.date, a.printed, a.place, a.fingerprint";

    public const string EntityColumns = "e.id, e.type, e.name, e.scope, e.aliases, e.date, e.printed, e.articleCount, e.relationCount";

    public const string ContributionColumns = "e.id, e.type, e.name, e.scope, c.aliases, c.date, c.printed";

    public const string StoredColumns = "e.id, e.type, e.name, e.scope, e.aliases, e.date, e.printed";

    public const string MentionColumns = "e.id, a.id, m.starts, m.lengths, m.texts, m.rules";

    public const string EvidenceColumns = """
        v.id, v.relationId, v.type, v.headId, v.tailId, v.articleId, v.sentence, v.start, v.length, v.rule, v.confidence, v.status,
        v.reported, v.fingerprint, v.title, v.role, v.amount, v.currency, v.amountText, v.date, v.printed
        """;

    public const string RelationColumns = """
        r.id, type(r), startNode(r).id, endNode(r).id, r.status, r.confidence, r.sentence, r.evidence, r.sources,
        r.firstReported, r.lastReported, r.title, r.role, r.amount, r.currency, r.amountText, r.date, r.printed
        """;

    public static Document Document(CypherRow row) => new()
    {
        Id = new DocumentId(row.Text(0)),
        Format = row.Text(1),
        Text = row.Text(2),
        Place = row.OptionalText(3),
        Published = Date(row, 4),
        ReadAt = row.OptionalText(5) is { } read ? DateTimeOffset.Parse(read) : null,
        Sources = [.. row.Texts(6).Order(StringComparer.Ordinal)],
    };

    public static Article Article(CypherRow row) => new()
    {
        Id = new ArticleId(row.Text(0)),
        DocumentId = new DocumentId(row.Text(1)),
        Order = row.Number(2),
        Headline = row.OptionalText(3),
        Spans = [.. row.Numbers(4).Chunk(2).Select(span => new TextSpan(span[0], span[1]))],
        Date = FactDate(row, 5),
        Place = row.OptionalText(7),
        Fingerprint = row.Text(8),
    };

    public static Entity Entity(CypherRow row) =>
        Contribution(row) with { ArticleCount = row.Number(7), RelationCount = row.Number(8) };

    /// <summary>What one document, or all that are kept, say of an entity.</summary>
    public static Entity Contribution(CypherRow row) => new()
    {
        Id = new EntityId(row.Text(0)),
        Type = Enum.Parse<EntityType>(row.Text(1)),
        Name = row.Text(2),
        Scope = row.Text(3),
        Aliases = row.Texts(4),
        Date = FactDate(row, 5),
    };

    /// <summary>All mentions of one entity in one article.</summary>
    public static IEnumerable<Mention> Mentions(CypherRow row)
    {
        var entity = new EntityId(row.Text(0));
        var article = new ArticleId(row.Text(1));
        var (starts, lengths, texts, rules) = (row.Numbers(2), row.Numbers(3), row.Texts(4), row.Texts(5));
        for (var i = 0; i < starts.Length; i++)
        {
            var span = new TextSpan(starts[i], lengths[i]);
            yield return new Mention
            {
                Id = MentionId.Of(article, span, entity),
                ArticleId = article,
                EntityId = entity,
                Span = span,
                Text = texts[i],
                Rule = rules[i],
            };
        }
    }

    public static Evidence Evidence(CypherRow row) => new()
    {
        Id = new EvidenceId(row.Text(0)),
        RelationId = new RelationId(row.Text(1)),
        Type = Ontology.Find(row.Text(2))!.Type,
        HeadId = new EntityId(row.Text(3)),
        TailId = new EntityId(row.Text(4)),
        ArticleId = new ArticleId(row.Text(5)),
        Sentence = row.Text(6),
        Span = new TextSpan(row.Number(7), row.Number(8)),
        Rule = row.Text(9),
        Confidence = row.Real(10),
        Status = Enum.Parse<RelationStatus>(row.Text(11)),
        Reported = Date(row, 12),
        Fingerprint = row.Text(13),
        Qualifiers = Qualifiers(row, 14),
    };

    public static Relation Relation(CypherRow row) => new()
    {
        Id = new RelationId(row.Text(0)),
        Type = Ontology.Find(row.Text(1))!.Type,
        HeadId = new EntityId(row.Text(2)),
        TailId = new EntityId(row.Text(3)),
        Status = Enum.Parse<RelationStatus>(row.Text(4)),
        Confidence = row.Real(5),
        Sentence = row.Text(6),
        EvidenceCount = row.Number(7),
        SourceCount = row.Number(8),
        FirstReported = Date(row, 9),
        LastReported = Date(row, 10),
        Qualifiers = Qualifiers(row, 11),
    };

    private static PartialDate? Date(CypherRow row, int column) =>
        row.OptionalText(column) is { } text ? PartialDate.Parse(text) : null;

    private static FactDate? FactDate(CypherRow row, int column) =>
        Date(row, column) is { } date ? new FactDate(date, row.Flag(column + 1)) : null;

    private static Qualifiers Qualifiers(CypherRow row, int column) => new()
    {
        Title = row.OptionalText(column),
        Role = row.OptionalText(column + 1),
        Amount = row.OptionalText(column + 2) is { } number ? new Amount(decimal.Parse(number), row.Text(column + 3), row.Text(column + 4)) : null,
        Date = FactDate(row, column + 5),
    };
}
