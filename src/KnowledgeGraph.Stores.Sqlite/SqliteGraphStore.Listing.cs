using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Stores.Sqlite;

// Lists of all entities and of all relations, and the filters of both.
public sealed partial class SqliteGraphStore
{
    private const string LocatedIn = nameof(RelationType.LocatedIn);

    /// <summary>What a filter lets through, with the parameters of <see cref="RelationParameters"/>.</summary>
    private const string RelationConditions = """
        ($3 IS NULL OR r.type IN (SELECT value FROM json_each($3)))
        AND ($4 IS NULL OR r.status = $4)
        AND r.confidence >= $5
        AND ($6 IS NULL OR r.last_day >= $6)
        AND ($7 IS NULL OR r.first_day <= $7)
        AND ($8 IS NULL OR r.first_reported <= CASE length(r.first_reported) WHEN 10 THEN $8 WHEN 7 THEN $9 ELSE $10 END)
        """;

    private const string Named =
        "e.id IN (SELECT s.owner FROM search_index x JOIN searchable s ON s.id = x.rowid WHERE x.tokens MATCH $7 AND s.kind = 0)";

    private static readonly string _withinPlace = $"""
        WITH RECURSIVE inside (id, depth) AS (
            SELECT $8, 0
            UNION
            SELECT r.head_id, depth + 1 FROM inside JOIN relation r ON r.tail_id = inside.id
            WHERE r.type = '{LocatedIn}' AND r.status = '{RelationStatus.Occurred}' AND depth < {EntityFilter.PlaceDepth + 1})
        """;

    private static readonly KeysetOrder _newestFirst = new("r.sort_date", "r.id", IsDescending: true);

    public Task<Page<Relation>> ListRelationsAsync(RelationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (after, before) = (Keyset.ParseOptional(page.After), Keyset.ParseOptional(page.Before));
        var sql = $"""
            SELECT {Rows.RelationColumns}, r.sort_date FROM relation r
            WHERE $1 IS NULL AND {RelationConditions} AND {_newestFirst.Behind(after, "$11", "$12")} AND {_newestFirst.Before(before, "$13", "$14")}
            ORDER BY {_newestFirst.By(page.IsBackward)} LIMIT $2
            """;
        return _connections.ReadAsync(
            "list relations",
            connection =>
            {
                var rows = connection.Query(
                    sql,
                    row => (Relation: Rows.Relation(row), SortDate: row.GetString(18)),
                    [null, page.First + 1, .. RelationParameters(filter), after?.Key, after?.Id, before?.Key, before?.Id]);
                return new Page<Relation>(
                    [.. rows.Take(page.First).Select(row => Item(row.Relation, row.SortDate))],
                    rows.Count > page.First);
            },
            cancellationToken);
    }

    public Task<Page<Entity>> ListEntitiesAsync(EntityFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (after, before) = (Keyset.ParseOptional(page.After), Keyset.ParseOptional(page.Before));
        var (order, key) = filter.Order switch
        {
            EntityOrder.Name => (new KeysetOrder("e.name", "e.id", IsDescending: false), (Func<Entity, string>)(entity => entity.Name)),
            EntityOrder.Date => (new KeysetOrder("coalesce(e.date, '')", "e.id", IsDescending: true), entity => $"{entity.Date?.Date}"),
            _ => (new KeysetOrder("e.relation_count", "e.id", IsDescending: true), entity => $"{entity.RelationCount}"),
        };
        var (afterKey, beforeKey) = filter.Order == EntityOrder.Connected ? ("CAST($3 AS INTEGER)", "CAST($5 AS INTEGER)") : ("$3", "$5");
        var sql = $"""
            {(filter.Place is null ? "" : _withinPlace)}
            SELECT {Rows.EntityColumns} FROM entity e
            WHERE {(filter.Type is null ? "$1 IS NULL" : "e.type = $1")} AND {order.Behind(after, afterKey, "$4")} AND {order.Before(before, beforeKey, "$6")}
                AND {(filter.Text is null ? "$7 IS NULL" : Named)} AND {(filter.Place is null ? "$8 IS NULL" : "e.id IN (SELECT id FROM inside WHERE depth > 0)")}
                AND ($9 IS NULL OR e.date >= substr($9, 1, length(e.date))) AND ($10 IS NULL OR e.date <= substr($10, 1, length(e.date)))
            ORDER BY {order.By(page.IsBackward)} LIMIT $2
            """;
        return _connections.ReadAsync(
            "list entities",
            connection => Page<Entity>.Of(
                connection.Query(
                    sql,
                    Rows.Entity,
                    filter.Type?.ToString(),
                    page.First + 1,
                    after?.Key,
                    after?.Id,
                    before?.Key,
                    before?.Id,
                    filter.Text is { } text ? SearchTokens.Phrase(SearchText.Fold(text)) : null,
                    filter.Place?.Value,
                    filter.From?.ToString("O"),
                    filter.To?.ToString("O")),
                page.First,
                entity => new Keyset(key(entity), entity.Id.Value).ToString()),
            cancellationToken);
    }

    private static PageItem<Relation> Item(Relation relation, string sortDate) => new(relation, new Keyset(sortDate, relation.Id.Value).ToString());

    /// <summary>The parameters <c>$3</c> to <c>$10</c> of <see cref="RelationConditions"/>.</summary>
    private static object?[] RelationParameters(RelationFilter filter) =>
    [
        filter.Types.Count == 0 ? null : SqlCommands.List(filter.Types.Select(type => $"{type}")),
        filter.Status?.ToString(),
        filter.MinConfidence,
        filter.From?.ToString("O"),
        filter.To?.ToString("O"),
        filter.AsOf?.Day.ToString("O"),
        filter.AsOf?.Month,
        filter.AsOf?.Year,
    ];
}
