namespace KnowledgeGraph.Graph.Traversal;

/// <summary>The entities and relations of what a walk found, read all at once at its end.</summary>
internal sealed class WalkTexts
{
    private readonly Dictionary<int, Entity> _entities;
    private readonly Dictionary<int, Relation> _relations;

    private WalkTexts(Dictionary<int, Entity> entities, Dictionary<int, Relation> relations) => (_entities, _relations) = (entities, relations);

    /// <param name="traversal">The walk.</param>
    /// <param name="nodes">The nodes; negative ones are none.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<WalkTexts> ReadAsync(
        ITraversal traversal, IEnumerable<int> nodes, IEnumerable<int> facts, CancellationToken cancellationToken)
    {
        var (distinctNodes, distinctFacts) = (nodes.Where(node => node >= 0).Distinct().ToList(), facts.Distinct().ToList());
        var entities = await traversal.ReadEntitiesAsync(distinctNodes, cancellationToken);
        var relations = await traversal.ReadRelationsAsync(distinctFacts, cancellationToken);
        return new WalkTexts(
            distinctNodes.Zip(entities).ToDictionary(pair => pair.First, pair => pair.Second),
            distinctFacts.Zip(relations).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    public Entity Entity(int node) => _entities[node];

    public Relation Relation(int fact) => _relations[fact];
}
