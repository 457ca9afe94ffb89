using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>A way along nodes, and its cost in thousandths of a hop.</summary>
internal sealed record Way(IReadOnlyList<int> Nodes, int Cost);

/// <summary>Finds the cheapest way between two nodes, from both ends, a hop a time: so a store is read as often as the way has hops.</summary>
internal sealed class PathSearch(ITraversal traversal, FactFilter filter)
{
    /// <summary>What a hop costs. Whole numbers add up alike whichever end they are counted from.</summary>
    public const int Hop = 1_000;

    private readonly Dictionary<int, List<Fact>> _facts = [];

    /// <summary>Whether a limit was met: an entity with more relations than are looked at, or too many entities.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The cheaper first, then the one with fewer hops, then by the ids of the nodes.</summary>
    public int Compare(Way left, Way right)
    {
        var order = left.Cost.CompareTo(right.Cost);
        if (order == 0)
            order = left.Nodes.Count.CompareTo(right.Nodes.Count);
        for (var i = 0; order == 0 && i < left.Nodes.Count; i++)
            order = traversal.CompareNodes(left.Nodes[i], right.Nodes[i]);

        return order;
    }

    /// <summary>The way along some nodes.</summary>
    public Way WayAlong(IReadOnlyList<int> nodes) =>
        new(nodes, ((nodes.Count - 1) * Hop) + nodes.Skip(1).SkipLast(1).Sum(Passing));

    /// <summary>The most confident fact between two neighbours, then the first by id.</summary>
    public int BestFact(int left, int right)
    {
        var facts = _facts.GetValueOrDefault(left) ?? [];
        var best = facts.Where(fact => fact.Other(left) == right).ToList();
        if (best.Count == 0)
            best = [.. _facts[right].Where(fact => fact.Other(right) == left)];

        best.Sort((one, other) => other.Confidence.CompareTo(one.Confidence) is not 0 and var byConfidence ? byConfidence : traversal.CompareFacts(one.Number, other.Number));
        return best[0].Number;
    }

    /// <summary>The cheapest way that goes on from a beginning.</summary>
    /// <param name="root">The beginning.</param>
    /// <param name="to">Where the way ends.</param>
    /// <param name="maxHops">The most hops of the whole way.</param>
    /// <param name="avoided">What is not passed through.</param>
    /// <param name="taken">Where the first hop does not lead.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Way?> FindAsync(
        Way root, int to, int maxHops, HashSet<int> avoided, HashSet<int> taken, CancellationToken cancellationToken)
    {
        var (from, hops) = (root.Nodes[^1], maxHops - (root.Nodes.Count - 1));
        if (from == to)
            return root.Nodes.Count == 1 ? root : null;

        bool IsBarred(int node, int next) =>
            (avoided.Contains(next) && next != from && next != to) || (node == from && taken.Contains(next)) || (next == from && taken.Contains(node));
        var (forward, backward) = (new PathSide(this, from, to, IsBarred), new PathSide(this, to, from, IsBarred));
        var best = int.MaxValue;
        var meeting = (Node: -1, Forward: 0, Backward: 0);
        while (forward.Depth + backward.Depth < hops && !IsTooLarge(forward, backward))
        {
            // A way that is not found yet has a hop from one side's edge and at least as many to come as the other side has gone.
            var (ahead, behind) = (forward.Open(best - ((backward.Depth + 1) * Hop)), backward.Open(best - ((forward.Depth + 1) * Hop)));
            if (ahead.Count == 0 || behind.Count == 0)
                break;

            var (side, other, frontier) = ahead.Count <= behind.Count ? (forward, backward, ahead) : (backward, forward, behind);
            await traversal.LoadAsync(frontier, filter, cancellationToken);
            side.Advance(frontier);
            foreach (var (node, cost) in side.Latest)
            {
                if (other.Best(node, hops - side.Depth) is not { } rest)
                    continue;

                var total = cost + rest.Cost + (node == from || node == to ? 0 : Passing(node));
                var candidate = side == forward ? (node, side.Depth, rest.Depth) : (node, rest.Depth, side.Depth);
                if (total < best || (total == best && IsBefore(candidate, meeting)))
                    (best, meeting) = (total, candidate);
            }
        }

        if (best == int.MaxValue)
            return null;

        List<int> nodes = [.. root.Nodes, .. forward.WayTo(meeting.Node, meeting.Forward).Reverse().Skip(1), .. backward.WayTo(meeting.Node, meeting.Backward).Skip(1)];
        return nodes.Distinct().Count() == nodes.Count ? WayAlong(nodes) : null;
    }

    /// <summary>What it costs to pass through a node, beside the hops: the logarithm of its degree.</summary>
    public int Passing(int node) => (int)Math.Round(Hop * Math.Log10(Math.Max(1, traversal.Degree(node))));

    public int Compare(int left, int right) => traversal.CompareNodes(left, right);

    /// <summary>The facts of a loaded node.</summary>
    public List<Fact> FactsOf(int node)
    {
        if (!_facts.TryGetValue(node, out var facts))
        {
            facts = [];
            IsTruncated |= traversal.Facts(node, filter, facts);
            _facts.Add(node, facts);
        }

        return facts;
    }

    private bool IsTooLarge(PathSide forward, PathSide backward)
    {
        var isTooLarge = forward.Seen + backward.Seen > QuestionLimits.MaxVisited;
        IsTruncated |= isTooLarge;
        return isTooLarge;
    }

    private bool IsBefore((int Node, int Forward, int Backward) one, (int Node, int Forward, int Backward) other)
    {
        var order = (one.Forward + one.Backward).CompareTo(other.Forward + other.Backward);
        return (order != 0 ? order : Compare(one.Node, other.Node)) < 0;
    }
}
