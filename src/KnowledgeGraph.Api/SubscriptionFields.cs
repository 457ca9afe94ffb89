using System.Runtime.CompilerServices;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.Ingestion;

namespace KnowledgeGraph.Api;

/// <summary>The fields that subscriptions begin at.</summary>
internal static class SubscriptionFields
{
    private const int MaxWatched = 1_000;

    public static void Bind(SchemaBinder bind)
    {
        bind.Subscription()
            .Stream("changes", ChangesAsync)
            .Stream("ingestion", (context, token) => context.Service<IngestionFeed>().FollowAsync(token));
        bind.Object<FactChange>("Change")
            .Field("number", change => checked((int)change.Number))
            .Field("relations", change => change.Relations)
            .Field("removed", change => change.Removed);
        bind.Object<PageOutcome>("IngestionEvent")
            .Field("source", outcome => outcome.Source)
            .Field("problem", outcome => outcome.Problem)
            .Field("isChange", outcome => outcome.IsChange)
            .Field("entityCount", outcome => outcome.Graph?.Entities.Count ?? 0)
            .Field("evidenceCount", outcome => outcome.Graph?.Evidence.Count ?? 0);
    }

    private static async IAsyncEnumerable<FactChange> ChangesAsync(FieldContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var store = context.Store();
        var filter = new FactFilter(context.RelationFilter());
        var watched = context.Argument<IReadOnlyList<string>>("of")?.Select(id => new EntityId(id)).ToHashSet();
        if (watched is not null)
            Filters.Between(watched.Count, "of", 1, MaxWatched);

        await foreach (var change in context.Service<ChangeFeed>().FollowAsync(cancellationToken))
        {
            var found = await StoreCalls.AskAsync(() => store.FindRelationsAsync(change.Relations, cancellationToken));
            List<Relation> relations = [.. found.Values.Where(relation => IsWanted(relation, filter, watched)).OrderBy(relation => relation.Id.Value, StringComparer.Ordinal)];

            // Nothing but its id is known of a fact that is gone; whose it was tell the entities that the write touched.
            IReadOnlyList<string> removed = watched is null || change.Entities.Any(watched.Contains)
                ? [.. change.Relations.Where(id => !found.ContainsKey(id)).Select(id => id.Value)]
                : [];
            if (relations.Count + removed.Count > 0)
                yield return new FactChange(change.Number, relations, removed);
        }
    }

    private static bool IsWanted(Relation relation, FactFilter filter, HashSet<EntityId>? watched) =>
        filter.LetsThrough(relation.Status, relation.Confidence, PackedDate.Of(relation.SortDate), relation.FirstReported?.Last)
        && ((filter.LetsThrough(relation.Type, isHead: true) && watched?.Contains(relation.HeadId) != false)
            || (filter.LetsThrough(relation.Type, isHead: false) && watched?.Contains(relation.TailId) != false));

    private sealed record FactChange(long Number, IReadOnlyList<Relation> Relations, IReadOnlyList<string> Removed);
}
