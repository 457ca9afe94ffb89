using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>Entities that have more to do with each other than with others.</summary>
/// <param name="Members">The best connected within it first, then by id; the first of them.</param>
/// <param name="MemberCount">How many there are in all.</param>
/// <param name="RelationCount">How many relations are between them.</param>
public sealed record Community(IReadOnlyList<Entity> Members, int MemberCount, int RelationCount);

/// <summary>The communities of a graph.</summary>
/// <param name="Communities">The largest first, then by the id of its best connected member; those of one entity are left out.</param>
/// <param name="TotalCount">How many there are in all.</param>
/// <param name="Modularity">How much clearer the parting is than chance, up to 1 (M. E. J. Newman, M. Girvan, Phys. Rev. E 69, 026113, 2004).</param>
/// <param name="IsTruncated">Whether the graph has more facts than a question looks at.</param>
public sealed record CommunitiesAnswer(IReadOnlyList<Community> Communities, int TotalCount, double Modularity, bool IsTruncated);

/// <summary>Which circles are there, over all facts that a filter lets through? See <see cref="Louvain"/>.</summary>
public static class Communities
{
    /// <param name="adjacency">The graph.</param>
    /// <param name="filter">Which facts count; its direction is not used.</param>
    /// <param name="first">How many communities to tell of.</param>
    /// <param name="members">How many members of each.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<CommunitiesAnswer> AskAsync(
        IAdjacency adjacency, RelationFilter filter, int first, int members, CancellationToken cancellationToken)
    {
        var graph = await WholeGraph.ReadAsync(adjacency, filter, cancellationToken);
        var (communityOf, modularity) = Louvain.Part(graph, cancellationToken);
        var inside = graph.Facts.Where(fact => communityOf[fact.Head] == communityOf[fact.Tail]).CountBy(fact => communityOf[fact.Head]).ToDictionary();
        var groups = Enumerable.Range(0, graph.Nodes.Length)
            .GroupBy(entity => communityOf[entity])
            .Where(group => group.Skip(1).Any())
            .Select(group => (group.Key, Members: group.OrderByDescending(entity => DegreeInside(graph, communityOf, entity)).ThenBy(entity => entity).ToList()))
            .OrderByDescending(group => group.Members.Count)
            .ThenBy(group => group.Members[0])
            .ToList();
        var communities = new List<Community>();
        foreach (var (key, all) in groups.Take(first))
        {
            var told = await graph.Traversal.ReadEntitiesAsync([.. all.Take(members).Select(entity => graph.Nodes[entity])], cancellationToken);
            communities.Add(new Community(told, all.Count, inside.GetValueOrDefault(key)));
        }

        return new CommunitiesAnswer(communities, groups.Count, modularity, graph.IsTruncated);
    }

    private static int DegreeInside(WholeGraph graph, int[] communityOf, int entity)
    {
        var degree = 0;
        foreach (var (neighbour, weight) in graph.Links(entity))
            degree += communityOf[neighbour] == communityOf[entity] ? weight : 0;

        return degree;
    }
}
