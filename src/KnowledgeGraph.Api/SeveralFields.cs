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
        bind.Object<CommonConnectionsAnswer>("CommonConnections")
            .Field("connections", answer => answer.Connections)
            .Field("totalCount", answer => answer.TotalCount)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<CommonConnection>("CommonConnection")
            .Field("entity", connection => connection.Entity)
            .Field("relations", connection => connection.Relations);
        bind.Object<CoAttendanceAnswer>("CoAttendance")
            .Field("events", answer => answer.Events)
            .Field("totalCount", answer => answer.TotalCount)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<SharedEvent>("SharedEvent")
            .Field("event", shared => shared.Event)
            .Field("date", shared => shared.Date)
            .Field("relations", shared => shared.Relations);
    }

    public static Task<CommonConnectionsAnswer> CommonConnectionsAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var (ids, first) = (Ids(context, "between"), context.First());
        return StoreCalls.AskAsync(() => CommonConnections.AskAsync(context.Adjacency(), ids, context.RelationFilter(), first, cancellationToken));
    }

    public static Task<CoAttendanceAnswer> CoAttendanceAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var (ids, first) = (Ids(context, "of"), context.First());
        return StoreCalls.AskAsync(() => CoAttendance.AskAsync(context.Adjacency(), ids, context.RelationFilter(), first, cancellationToken));
    }

    private static IReadOnlyList<EntityId> Ids(FieldContext context, string argument)
    {
        IReadOnlyList<EntityId> ids = [.. context.Argument<IReadOnlyList<string>>(argument)!.Distinct().Select(id => new EntityId(id))];
        Filters.Between(ids.Count, argument, 2, MaxEntities);
        return ids;
    }
}
