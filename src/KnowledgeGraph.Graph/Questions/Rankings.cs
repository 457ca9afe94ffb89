using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>What entities are ranked by.</summary>
public enum RankingMeasure
{
    /// <summary>How many others an entity has a relation with.</summary>
    Connections,

    /// <summary>How much somebody meets: each stated meeting and each event attended with others counts its confidence. The sum of the scores of <see cref="WhoMet"/>, but for its filter.</summary>
    Meetings,

    /// <summary>How many put money into it.</summary>
    Investors,

    /// <summary>PageRank over relations taken both ways (L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking, 1999), damping 0.85; the scores of all add up to 1.</summary>
    PageRank,
}

/// <summary>An entity and its score.</summary>
public sealed record RankedEntity(Entity Entity, double Score);

/// <summary>A ranking.</summary>
/// <param name="Entities">The highest score first, then by id. Those with a score of 0 are left out.</param>
/// <param name="TotalCount">How many there are in all.</param>
/// <param name="IsTruncated">Whether the graph has more facts than a question looks at.</param>
public sealed record RankingAnswer(IReadOnlyList<RankedEntity> Entities, int TotalCount, bool IsTruncated);

/// <summary>Who is first, over all facts that a filter lets through?</summary>
public static class Rankings
{
    private const double Damping = 0.85;
    private const int Rounds = 50;

    /// <param name="adjacency">The graph.</param>
    /// <param name="measure">What is ranked by.</param>
    /// <param name="type">Only entities of this type; all where it is <see langword="null"/>.</param>
    /// <param name="filter">Which facts count; its direction is not used.</param>
    /// <param name="first">How many to tell of.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<RankingAnswer> AskAsync(
        IAdjacency adjacency, RankingMeasure measure, EntityType? type, RelationFilter filter, int first, CancellationToken cancellationToken)
    {
        var graph = await WholeGraph.ReadAsync(adjacency, filter, cancellationToken);
        var scores = measure switch
        {
            RankingMeasure.Meetings => Meetings(graph),
            RankingMeasure.Investors => Investors(graph),
            RankingMeasure.PageRank => PageRank(graph, cancellationToken),
            _ => [.. Enumerable.Range(0, graph.Nodes.Length).Select(entity => (double)graph.Links(entity).Length)],
        };
        var ranked = Enumerable.Range(0, graph.Nodes.Length)
            .Where(entity => scores[entity] > 0 && (type is null || graph.Traversal.TypeOf(graph.Nodes[entity]) == type))
            .OrderByDescending(entity => scores[entity])
            .ThenBy(entity => entity)
            .ToList();
        var told = ranked.Take(first).ToList();
        var entities = await graph.Traversal.ReadEntitiesAsync([.. told.Select(entity => graph.Nodes[entity])], cancellationToken);
        return new RankingAnswer([.. told.Zip(entities, (entity, text) => new RankedEntity(text, scores[entity]))], ranked.Count, graph.IsTruncated);
    }

    private static double[] Meetings(WholeGraph graph)
    {
        // In ten-thousandths, as confidences are: whole numbers add up to the same whatever the order.
        var scores = new long[graph.Nodes.Length];
        foreach (var fact in graph.Facts.Where(fact => fact.Type == RelationType.Met))
        {
            scores[fact.Head] += Counted(fact);
            scores[fact.Tail] += Counted(fact);
        }

        var gatherings = graph.Facts.Where(fact => fact.Type == RelationType.Attended).GroupBy(fact => fact.Tail);
        foreach (var fact in gatherings.Where(group => group.Select(fact => fact.Head).Distinct().Skip(1).Any()).SelectMany(group => group))
            scores[fact.Head] += Counted(fact);

        return [.. scores.Select(score => score / 10_000.0)];

        static long Counted(Fact fact) => (long)Math.Round(fact.Confidence * 10_000);
    }

    private static double[] Investors(WholeGraph graph)
    {
        var scores = new double[graph.Nodes.Length];
        foreach (var (_, tail) in graph.Facts.Where(fact => fact.Type == RelationType.InvestedIn).Select(fact => (fact.Head, fact.Tail)).Distinct())
            scores[tail]++;

        return scores;
    }

    private static double[] PageRank(WholeGraph graph, CancellationToken cancellationToken)
    {
        var count = graph.Nodes.Length;
        var scores = new double[count];
        Array.Fill(scores, 1.0 / count);
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = new double[count];
            Array.Fill(next, (1 - Damping) / count);
            for (var entity = 0; entity < count; entity++)
            {
                var links = graph.Links(entity);
                var weight = 0;
                foreach (var link in links)
                    weight += link.Weight;
                foreach (var (neighbour, share) in links)
                    next[neighbour] += Damping * scores[entity] * share / weight;
            }

            scores = next;
        }

        return scores;
    }
}
