using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>The questions about several entities at once, and the fields of their answers.</summary>
internal static class SeveralFields
{
    private const int MaxEntities = 10;

    public static void Bind(SchemaBinder bind)
    {
        bind.Object<Limited<CommonConnection>>("CommonConnections")
            .Field("connections", answer => answer.Items)
            .Field("totalCount", answer => answer.TotalCount)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<CommonConnection>("CommonConnection")
            .Field("entity", connection => connection.Entity)
            .Field("relations", connection => connection.Relations);
        bind.Object<Limited<SharedEvent>>("CoAttendance")
            .Field("events", answer => answer.Items)
            .Field("totalCount", answer => answer.TotalCount)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<SharedEvent>("SharedEvent")
            .Field("event", shared => shared.Event)
            .Field("date", shared => shared.Date?.Date)
            .Field("relations", shared => shared.Relations);
    }

    public static async Task<Limited<CommonConnection>> CommonConnectionsAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var (ids, first) = (Ids(context, "between"), context.First());
        var answer = await StoreCalls.AskAsync(() => CommonConnections.AskAsync(context.Store(), ids, context.RelationFilter(), cancellationToken));
        return new Limited<CommonConnection>([.. answer.Connections.Take(first)], answer.Connections.Count, answer.IsTruncated);
    }

    public static async Task<Limited<SharedEvent>> CoAttendanceAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var (ids, first) = (Ids(context, "of"), context.First());
        var answer = await StoreCalls.AskAsync(() => CoAttendance.AskAsync(context.Store(), ids, context.RelationFilter(), cancellationToken));
        return new Limited<SharedEvent>([.. answer.Events.Take(first)], answer.Events.Count, answer.IsTruncated);
    }

    private static IReadOnlyList<EntityId> Ids(FieldContext context, string argument)
    {
        IReadOnlyList<EntityId> ids = [.. context.Argument<IReadOnlyList<string>>(argument)!.Distinct().Select(id => new EntityId(id))];
        Filters.Between(ids.Count, argument, 2, MaxEntities);
        return ids;
    }
}
