using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>Somebody or something that all the ones asked about are connected with.</summary>
/// <param name="Entity">The common connection.</param>
/// <param name="Relations">The facts that connect it, those of the first one asked about first, newest first.</param>
public sealed record CommonConnection(Entity Entity, IReadOnlyList<Relation> Relations);

/// <summary>What several have in common.</summary>
/// <param name="Connections">The least connected first: an address that two share says more than a province; then by id.</param>
/// <param name="IsTruncated">Whether one of them has more relations than a question looks at.</param>
public sealed record CommonConnectionsAnswer(IReadOnlyList<CommonConnection> Connections, bool IsTruncated);

/// <summary>Whom do several all know, and through what? Two reads of the store.</summary>
public static class CommonConnections
{
    /// <param name="store">The graph.</param>
    /// <param name="between">Who is asked about: two or more.</param>
    /// <param name="filter">Which facts connect.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<CommonConnectionsAnswer> AskAsync(
        IGraphStore store, IReadOnlyList<EntityId> between, RelationFilter filter, CancellationToken cancellationToken)
    {
        var read = await store.ReadRelationsAsync(between, filter, new PageRequest(QuestionLimits.RelationsOfOne), cancellationToken);
        var asked = between.ToHashSet();
        var byOther = between
            .SelectMany(one => read.GetValueOrDefault(one, Page<Relation>.Empty).Values.Select(relation => (One: one, Other: relation.Other(one), Relation: relation)))
            .Where(link => !asked.Contains(link.Other))
            .GroupBy(link => link.Other)
            .Where(group => group.Select(link => link.One).Distinct().Count() == asked.Count)
            .ToDictionary(group => group.Key, group => group.Select(link => link.Relation).ToList());
        var entities = await store.FindEntitiesAsync(byOther.Keys, cancellationToken);
        var connections = entities.Values
            .OrderBy(entity => entity.RelationCount)
            .ThenBy(entity => entity.Id.Value, StringComparer.Ordinal)
            .Select(entity => new CommonConnection(entity, byOther[entity.Id]));
        return new CommonConnectionsAnswer([.. connections], read.Values.Any(page => page.HasNextPage));
    }
}
