using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.Api;

/// <summary>How two entities are connected.</summary>
internal static class PathFields
{
    private const int MaxAvoided = 1_000;

    public static void Bind(SchemaBinder bind)
    {
        bind.Object<PathsAnswer>("Paths")
            .Field("paths", answer => answer.Found)
            .Field("isTruncated", answer => answer.IsTruncated);
        bind.Object<GraphPath>("Path")
            .Field("entities", path => path.Entities)
            .Field("relations", path => path.Relations)
            .Field("length", path => path.Relations.Count)
            .Field("cost", path => path.Cost)
            .Field("sentence", PathSentence.Of);
    }

    public static async Task<PathsAnswer?> PathsAsync(FieldContext context, CancellationToken cancellationToken)
    {
        var (from, to) = (new EntityId(context.Argument<string>("from")!), new EntityId(context.Argument<string>("to")!));
        var count = Filters.Between(context.Argument<int>("first"), "first", 1, QuestionLimits.MaxPaths);
        var maxHops = Filters.Between(context.Argument<int>("maxHops"), "maxHops", 1, QuestionLimits.MaxHops);
        var avoid = context.Argument<IReadOnlyList<string>>("avoid")!;
        Filters.Between(avoid.Count, "avoid", 0, MaxAvoided);
        var ends = await StoreCalls.AskAsync(() => context.Store().FindEntitiesAsync([from, to], cancellationToken));
        return ends.ContainsKey(from) && ends.ContainsKey(to)
            ? await StoreCalls.AskAsync(() => Paths.AskAsync(
                context.Adjacency(), from, to, count, maxHops, [.. avoid.Select(id => new EntityId(id))], context.RelationFilter(), cancellationToken))
            : null;
    }
}
