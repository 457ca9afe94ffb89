using System.Text.Json;
using KnowledgeGraph.Graph;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

/// <summary>How the model's values stand in the tables: for each the columns of its query, and how a row of them is read.</summary>
internal static class Rows
{
    public const string DocumentColumns =
        "d.id, d.format, d.text, d.place, d.published, d.read_at, (SELECT json_group_array(source) FROM source s WHERE s.document_id = d.id)";

    public const string ArticleColumns = "a.id, a.document_id, a.\"order\", a.headline, a.spans, a.date, a.printed, a.place, a.fingerprint";

    public const string EntityColumns = "e.id, e.type, e.name, e.scope, e.aliases, e.date, e.printed, e.article_count, e.relation_count";

    public const string ContributionColumns = "c.entity_id, c.type, c.name, c.scope, c.aliases, c.date, c.printed";

    public const string MentionColumns = "m.id, m.article_id, m.entity_id, m.start, m.length, m.text, m.rule";

    public const string EvidenceColumns = """
        v.id, v.relation_id, v.type, v.head_id, v.tail_id, v.article_id, p.text, p.start, p.length, v.rule, v.confidence, v.status,
        v.reported, v.fingerprint, v.title, v.role, v.amount, v.currency, v.amount_text, v.date, v.printed
        """;

    public const string RelationColumns = """
        r.id, r.type, r.head_id, r.tail_id, r.status, r.confidence, r.sentence, r.evidence_count, r.source_count,
        r.first_reported, r.last_reported, r.title, r.role, r.amount, r.currency, r.amount_text, r.date, r.printed
        """;

    public static Document Document(SqliteDataReader row) => new()
    {
        Id = new DocumentId(row.GetString(0)),
        Format = row.GetString(1),
        Text = row.GetString(2),
        Place = Text(row, 3),
        Published = Date(row, 4),
        ReadAt = Text(row, 5) is { } read ? DateTimeOffset.Parse(read) : null,
        Sources = [.. Strings(row, 6).Order(StringComparer.Ordinal)],
    };

    public static Article Article(SqliteDataReader row) => new()
    {
        Id = new ArticleId(row.GetString(0)),
        DocumentId = new DocumentId(row.GetString(1)),
        Order = row.GetInt32(2),
        Headline = Text(row, 3),
        Spans = [.. JsonSerializer.Deserialize<int[]>(row.GetString(4))!.Chunk(2).Select(span => new TextSpan(span[0], span[1]))],
        Date = FactDate(row, 5),
        Place = Text(row, 7),
        Fingerprint = row.GetString(8),
    };

    public static Entity Entity(SqliteDataReader row) =>
        Contribution(row) with { ArticleCount = row.GetInt32(7), RelationCount = row.GetInt32(8) };

    /// <summary>What one document says of an entity.</summary>
    public static Entity Contribution(SqliteDataReader row) => new()
    {
        Id = new EntityId(row.GetString(0)),
        Type = Enum.Parse<EntityType>(row.GetString(1)),
        Name = row.GetString(2),
        Scope = row.GetString(3),
        Aliases = Strings(row, 4),
        Date = FactDate(row, 5),
    };

    public static Mention Mention(SqliteDataReader row) => new()
    {
        Id = new MentionId(row.GetString(0)),
        ArticleId = new ArticleId(row.GetString(1)),
        EntityId = new EntityId(row.GetString(2)),
        Span = new TextSpan(row.GetInt32(3), row.GetInt32(4)),
        Text = row.GetString(5),
        Rule = row.GetString(6),
    };

    public static Evidence Evidence(SqliteDataReader row) => new()
    {
        Id = new EvidenceId(row.GetString(0)),
        RelationId = new RelationId(row.GetString(1)),
        Type = Enum.Parse<RelationType>(row.GetString(2)),
        HeadId = new EntityId(row.GetString(3)),
        TailId = new EntityId(row.GetString(4)),
        ArticleId = new ArticleId(row.GetString(5)),
        Sentence = row.GetString(6),
        Span = new TextSpan(row.GetInt32(7), row.GetInt32(8)),
        Rule = row.GetString(9),
        Confidence = row.GetDouble(10),
        Status = Enum.Parse<RelationStatus>(row.GetString(11)),
        Reported = Date(row, 12),
        Fingerprint = row.GetString(13),
        Qualifiers = Qualifiers(row, 14),
    };

    public static Relation Relation(SqliteDataReader row) => new()
    {
        Id = new RelationId(row.GetString(0)),
        Type = Enum.Parse<RelationType>(row.GetString(1)),
        HeadId = new EntityId(row.GetString(2)),
        TailId = new EntityId(row.GetString(3)),
        Status = Enum.Parse<RelationStatus>(row.GetString(4)),
        Confidence = row.GetDouble(5),
        Sentence = row.GetString(6),
        EvidenceCount = row.GetInt32(7),
        SourceCount = row.GetInt32(8),
        FirstReported = Date(row, 9),
        LastReported = Date(row, 10),
        Qualifiers = Qualifiers(row, 11),
    };

    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string[] Strings(SqliteDataReader row, int column) => JsonSerializer.Deserialize<string[]>(row.GetString(column))!;

    private static PartialDate? Date(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : PartialDate.Parse(row.GetString(column));

    private static FactDate? FactDate(SqliteDataReader row, int column) =>
        Date(row, column) is { } date ? new FactDate(date, row.GetInt32(column + 1) == 1) : null;

    private static Qualifiers Qualifiers(SqliteDataReader row, int column) => new()
    {
        Title = Text(row, column),
        Role = Text(row, column + 1),
        Amount = Text(row, column + 2) is { } number ? new Amount(decimal.Parse(number), row.GetString(column + 3), row.GetString(column + 4)) : null,
        Date = FactDate(row, column + 5),
    };
}
