using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Stores.Neo4j;

// Lists of all entities and of all relations, and the filters of both.
public sealed partial class Neo4jGraphStore
{
    /// <summary>What a filter lets through of the facts <c>r</c>.</summary>
    private const string RelationConditions = """
        ($status IS NULL OR r.status = $status) AND r.confidence >= $minConfidence
        AND ($from IS NULL OR r.lastDay >= $from) AND ($to IS NULL OR r.firstDay <= $to)
        AND ($asOf IS NULL OR r.firstReported <= CASE size(r.firstReported) WHEN 10 THEN $asOf WHEN 7 THEN $asOfMonth ELSE $asOfYear END)
        """;

    private static readonly KeysetOrder _newestFirst = new("r.sortDate", "r.id", IsDescending: true);

    public async Task<Page<Relation>> ListRelationsAsync(RelationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (after, before) = (Keyset.ParseOptional(page.After), Keyset.ParseOptional(page.Before));
        var rows = await _connection.ReadAsync(
            $"""
            MATCH (:Entity)-[r:{(filter.Types.Count == 0 ? _anyFact : Facts(filter.Types))}]->(:Entity)
            WHERE {RelationConditions} AND {_newestFirst.Behind(after, "$afterKey", "$afterId")} AND {_newestFirst.Before(before, "$beforeKey", "$beforeId")}
            RETURN {Rows.RelationColumns}, r.sortDate ORDER BY {_newestFirst.By(page.IsBackward)} LIMIT $limit
            """,
            RelationParameters(filter, page, after, before),
            cancellationToken);
        return new Page<Relation>(
            [.. rows.Take(page.First).Select(row => Item(Rows.Relation(row), row.Text(18)))],
            rows.Count > page.First);
    }

    public async Task<Page<Entity>> ListEntitiesAsync(EntityFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (after, before) = (Keyset.ParseOptional(page.After), Keyset.ParseOptional(page.Before));
        var (order, key) = filter.Order switch
        {
            EntityOrder.Name => (new KeysetOrder("e.name", "e.id", IsDescending: false), (Func<Entity, string>)(entity => entity.Name)),
            EntityOrder.Date => (new KeysetOrder("coalesce(e.date, '')", "e.id", IsDescending: true), entity => $"{entity.Date?.Date}"),
            _ => (new KeysetOrder("e.relationCount", "e.id", IsDescending: true), entity => $"{entity.RelationCount}"),
        };
        var (afterKey, beforeKey) = filter.Order == EntityOrder.Connected ? ("toInteger($afterKey)", "toInteger($beforeKey)") : ("$afterKey", "$beforeKey");
        var isInside = $"EXISTS {{ MATCH (e)-[inside:LOCATED_IN*1..{EntityFilter.PlaceDepth + 1}]->(:Place {{id: $place}}) WHERE all(r IN inside WHERE r.status = $occurred) }}";
        var rows = await _connection.ReadAsync(
            $"""
            MATCH (e:{(filter.Type is { } type ? $"Entity&{type}" : "Entity")})
            WHERE {order.Behind(after, afterKey, "$afterId")} AND {order.Before(before, beforeKey, "$beforeId")}
                AND ($text IS NULL OR any(name IN e.searchNames WHERE name CONTAINS $text))
                AND ($from IS NULL OR e.date >= left($from, size(e.date))) AND ($to IS NULL OR e.date <= left($to, size(e.date)))
                {(filter.Place is null ? "" : $"AND {isInside}")}
            RETURN {Rows.EntityColumns} ORDER BY {order.By(page.IsBackward)} LIMIT $limit
            """,
            new
            {
                afterKey = after?.Key,
                afterId = after?.Id,
                beforeKey = before?.Key,
                beforeId = before?.Id,
                text = filter.Text is { } text ? SearchText.Fold(text) : null,
                place = filter.Place?.Value,
                occurred = $"{RelationStatus.Occurred}",
                from = filter.From?.ToString("O"),
                to = filter.To?.ToString("O"),
                limit = page.First + 1,
            },
            cancellationToken);
        return Page<Entity>.Of([.. rows.Select(Rows.Entity)], page.First, entity => new Keyset(key(entity), entity.Id.Value).ToString());
    }

    private static PageItem<Relation> Item(Relation relation, string sortDate) => new(relation, new Keyset(sortDate, relation.Id.Value).ToString());

    /// <summary>The parameters of <see cref="RelationConditions"/>, of the page, and the ids where there are any.</summary>
    private static Dictionary<string, object?> RelationParameters(
        RelationFilter filter, PageRequest page, Keyset? after, Keyset? before, IEnumerable<EntityId>? ids = null) =>
        new(StringComparer.Ordinal)
        {
            ["ids"] = ids?.Select(id => id.Value).Distinct(),
            ["status"] = filter.Status?.ToString(),
            ["minConfidence"] = filter.MinConfidence,
            ["from"] = filter.From?.ToString("O"),
            ["to"] = filter.To?.ToString("O"),
            ["asOf"] = filter.AsOf?.Day.ToString("O"),
            ["asOfMonth"] = filter.AsOf?.Month,
            ["asOfYear"] = filter.AsOf?.Year,
            ["afterKey"] = after?.Key,
            ["afterId"] = after?.Id,
            ["beforeKey"] = before?.Key,
            ["beforeId"] = before?.Id,
            ["symmetric"] = Ontology.Relations.Where(definition => definition.IsSymmetric).Select(definition => definition.Name),
            ["limit"] = page.First + 1,
        };
}
