namespace KnowledgeGraph.Graph.Questions;

/// <summary>Parts a graph into communities by raising the modularity (V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in large networks, J. Stat. Mech. P10008, 2008).</summary>
/// <remarks>Entities are taken in order, and of equal gains the first community is taken: the same graph is always parted alike.</remarks>
internal static class Louvain
{
    private const int MaxRounds = 20;

    /// <returns>The community of each entity, and the modularity.</returns>
    public static (int[] CommunityOf, double Modularity) Part(WholeGraph graph, CancellationToken cancellationToken)
    {
        var links = Enumerable.Range(0, graph.Nodes.Length).Select(entity => Links(graph, entity)).ToArray();
        var communityOf = Enumerable.Range(0, links.Length).ToArray();
        while (true)
        {
            var (moved, isBetter) = Move(links, cancellationToken);
            if (!isBetter)
                return (communityOf, Modularity(links));

            var numbers = moved.Distinct().Index().ToDictionary(item => item.Item, item => item.Index);
            communityOf = [.. communityOf.Select(community => numbers[moved[community]])];
            links = Merge(links, [.. moved.Select(community => numbers[community])], numbers.Count);
        }
    }

    private static Dictionary<int, long> Links(WholeGraph graph, int entity)
    {
        var links = new Dictionary<int, long>();
        foreach (var (neighbour, weight) in graph.Links(entity))
            links[neighbour] = weight;

        return links;
    }

    /// <summary>Moves each node to the community of a neighbour that raises the modularity most, until none moves.</summary>
    private static (int[] CommunityOf, bool IsBetter) Move(Dictionary<int, long>[] links, CancellationToken cancellationToken)
    {
        var degrees = links.Select(link => link.Values.Sum()).ToArray();
        var total = degrees.Sum();
        var community = Enumerable.Range(0, links.Length).ToArray();
        var weights = degrees.ToArray();
        var isBetter = false;
        for (var round = 0; round < MaxRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var hasMoved = false;
            for (var node = 0; node < links.Length; node++)
            {
                var own = community[node];
                weights[own] -= degrees[node];
                var towards = new SortedDictionary<int, long> { [own] = 0 };
                foreach (var (neighbour, weight) in links[node])
                {
                    if (neighbour != node)
                        towards[community[neighbour]] = towards.GetValueOrDefault(community[neighbour]) + weight;
                }

                // The gain, times the total weight: whole numbers, so that equal gains are equal.
                Int128 Gain(int to, long weight) => ((Int128)weight * total) - ((Int128)weights[to] * degrees[node]);
                var (best, gain) = (own, Gain(own, towards[own]));
                foreach (var (to, weight) in towards)
                {
                    if (Gain(to, weight) > gain)
                        (best, gain) = (to, Gain(to, weight));
                }

                weights[best] += degrees[node];
                community[node] = best;
                hasMoved |= best != own;
            }

            isBetter |= hasMoved;
            if (!hasMoved)
                break;
        }

        return (community, isBetter);
    }

    /// <summary>Makes each community a node; what was within it becomes its link to itself.</summary>
    private static Dictionary<int, long>[] Merge(Dictionary<int, long>[] links, int[] communityOf, int count)
    {
        var merged = Enumerable.Range(0, count).Select(_ => new Dictionary<int, long>()).ToArray();
        for (var node = 0; node < links.Length; node++)
        {
            var from = merged[communityOf[node]];
            foreach (var (neighbour, weight) in links[node])
                from[communityOf[neighbour]] = from.GetValueOrDefault(communityOf[neighbour]) + weight;
        }

        return merged;
    }

    private static double Modularity(Dictionary<int, long>[] links)
    {
        var total = (double)links.Sum(link => link.Values.Sum());
        return total == 0
            ? 0
            : links.Select((link, node) => (link.GetValueOrDefault(node) / total) - Math.Pow(link.Values.Sum() / total, 2)).Sum();
    }
}
