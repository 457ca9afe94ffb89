using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>The fields that queries begin at.</summary>
internal static class QueryFields
{
    private const int MaxIds = 1_000;

    public static void Bind(SchemaBinder bind)
    {
        bind.Query()
            .FieldAsync("node", (_, context, token) => NodeAsync(context, token))
            .FieldAsync("nodes", (_, context, token) => NodesAsync(context.Argument<IReadOnlyList<string>>("ids")!, context, token))
            .FieldAsync("entity", (_, context, token) => EntityAsync(new EntityId(context.Argument<string>("id")!), context, token))
            .FieldAsync("search", (_, context, token) => SearchAsync(context, token))
            .FieldAsync("whoMet", (_, context, token) => WhoMetAsync(context, token))
            .FieldAsync("newContacts", (_, context, token) => NewContactsAsync(context, token))
            .FieldAsync("commonConnections", (_, context, token) => SeveralFields.CommonConnectionsAsync(context, token))
            .FieldAsync("coAttendance", (_, context, token) => SeveralFields.CoAttendanceAsync(context, token))
            .FieldAsync("paths", (_, context, token) => PathFields.PathsAsync(context, token))
            .FieldAsync("ranking", (_, context, token) => GraphWideFields.RankingAsync(context, token))
            .FieldAsync("communities", (_, context, token) => GraphWideFields.CommunitiesAsync(context, token))
            .FieldAsync("neighbourhood", (_, context, token) => QuestionFields.NeighbourhoodAsync(context, token))
            .FieldAsync("statistics", (_, context, token) => StoreCalls.AskAsync(() => context.Store().CountAsync(token)));

        bind.Object<FoundNode>("SearchHit")
            .Field("text", hit => hit.Text)
            .Field("node", hit => hit.Node);
        bind.Object<GraphStatistics>("Statistics")
            .Field("documents", statistics => checked((int)statistics.Documents))
            .Field("articles", statistics => checked((int)statistics.Articles))
            .Field("mentions", statistics => checked((int)statistics.Mentions))
            .Field("evidence", statistics => checked((int)statistics.Evidence))
            .Field("entities", statistics => Counts<EntityType>(type => statistics.Entities.GetValueOrDefault(type)))
            .Field("relations", statistics => Counts<RelationType>(type => statistics.Relations.GetValueOrDefault(type)));
        BindCount<EntityType>(bind, "EntityCount");
        BindCount<RelationType>(bind, "RelationCount");
    }

    private static async Task<object?> NodeAsync(FieldContext context, CancellationToken cancellationToken) =>
        (await NodesAsync([context.Argument<string>("id")!], context, cancellationToken))[0];

    private static Task<IReadOnlyList<object?>> NodesAsync(IReadOnlyList<string> ids, FieldContext context, CancellationToken cancellationToken)
    {
        Filters.Between(ids.Count, "ids", 0, MaxIds);
        return StoreCalls.AskAsync(() => NodeFields.FindAsync(context.Store(), ids, cancellationToken));
    }

    private static async Task<Entity?> EntityAsync(EntityId id, FieldContext context, CancellationToken cancellationToken) =>
        (await StoreCalls.AskAsync(() => context.Store().FindEntitiesAsync([id], cancellationToken))).GetValueOrDefault(id);

    private static async Task<WhoMetAnswer?> WhoMetAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var person = await EntityAsync(new EntityId(context.Argument<string>("person")!), context, cancellationToken);
        return person is { Type: EntityType.Person } ? await QuestionFields.WhoMetAsync(person.Id, context, cancellationToken) : null;
    }

    private static async Task<WhoMetAnswer?> NewContactsAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var person = await EntityAsync(new EntityId(context.Argument<string>("of")!), context, cancellationToken);
        return person is { Type: EntityType.Person } ? await QuestionFields.NewContactsAsync(person.Id, context, cancellationToken) : null;
    }

    private static async Task<IReadOnlyList<FoundNode>> SearchAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var request = new SearchRequest(
            context.Argument<string>("text")!, context.Argument<IReadOnlyList<EntityType>>("types") ?? [], context.First());
        var hits = await StoreCalls.AskAsync(() => context.Store().SearchAsync(request, cancellationToken));
        var ids = hits.Select(hit => hit.Entity?.Value ?? hit.Article?.Value ?? hit.Relation!.Value.Value).ToList();
        var nodes = await StoreCalls.AskAsync(() => NodeFields.FindAsync(context.Store(), ids, cancellationToken));
        return [.. hits.Zip(nodes).Where(found => found.Second is not null).Select(found => new FoundNode(found.First.Text, found.Second!))];
    }

    private static void BindCount<T>(SchemaBinder bind, string type) =>
        bind.Object<TypeCount<T>>(type).Field("type", count => count.Type).Field("count", count => count.Count);

    private static IReadOnlyList<TypeCount<T>> Counts<T>(Func<T, long> count)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(type => new TypeCount<T>(type, checked((int)count(type))))];

    private sealed record FoundNode(string Text, object Node);

    private sealed record TypeCount<T>(T Type, int Count);
}
