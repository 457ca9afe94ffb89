using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>Somebody or something that all the ones asked about are connected with.</summary>
/// <param name="Entity">The common connection.</param>
/// <param name="Relations">The facts that connect it, those of the first one asked about first, newest first.</param>
public sealed record CommonConnection(Entity Entity, IReadOnlyList<Relation> Relations);

/// <summary>What several have in common.</summary>
/// <param name="Connections">The least connected first: an address that two share says more than a province; then by id.</param>
/// <param name="TotalCount">How many there are in all.</param>
/// <param name="IsTruncated">Whether one of them has more relations than a question looks at.</param>
public sealed record CommonConnectionsAnswer(IReadOnlyList<CommonConnection> Connections, int TotalCount, bool IsTruncated);

/// <summary>Whom do several all know, and through what?</summary>
public static class CommonConnections
{
    /// <param name="adjacency">The graph.</param>
    /// <param name="between">Who is asked about: two or more.</param>
    /// <param name="filter">Which facts connect.</param>
    /// <param name="first">How many connections to tell of.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<CommonConnectionsAnswer> AskAsync(
        IAdjacency adjacency, IReadOnlyList<EntityId> between, RelationFilter filter, int first, CancellationToken cancellationToken)
    {
        var traversal = await adjacency.BeginAsync(cancellationToken);
        var asked = (await traversal.FindAsync([.. between.Distinct()], cancellationToken)).ToList();
        if (asked.Contains(-1))
            return new CommonConnectionsAnswer([], TotalCount: 0, IsTruncated: false);

        var wanted = new FactFilter(filter);
        await traversal.LoadAsync(asked, wanted, cancellationToken);
        var isTruncated = false;
        var links = new List<(int One, int Other, Fact Fact)>();
        foreach (var one in asked)
        {
            var facts = new List<Fact>();
            isTruncated |= traversal.Facts(one, wanted, facts);
            facts.Sort((left, right) => right.Date.CompareTo(left.Date) is not 0 and var byDate ? byDate : traversal.CompareFacts(left.Number, right.Number));
            links.AddRange(facts.Select(fact => (one, fact.Other(one), fact)).Where(link => !asked.Contains(link.Item2)));
        }

        var common = links
            .GroupBy(link => link.Other)
            .Where(group => group.Select(link => link.One).Distinct().Count() == asked.Count)
            .OrderBy(group => traversal.Degree(group.Key))
            .ThenBy(group => group.Key, Comparer<int>.Create(traversal.CompareNodes))
            .ToList();
        var told = common.Take(first).ToList();
        var texts = await WalkTexts.ReadAsync(
            traversal, told.Select(group => group.Key), told.SelectMany(group => group).Select(link => link.Fact.Number), cancellationToken);
        return new CommonConnectionsAnswer(
            [.. told.Select(group => new CommonConnection(texts.Entity(group.Key), [.. group.Select(link => texts.Relation(link.Fact.Number))]))],
            common.Count,
            isTruncated);
    }
}
