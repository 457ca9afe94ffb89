namespace KnowledgeGraph.Graph.Traversal;

/// <summary>Where questions walk along relations: the facts of entities, without their texts.</summary>
/// <remarks>
/// Two ways lead there: <see cref="StoreAdjacency"/> reads the facts from a store, a hop at a time; an adjacency index has them in memory.
/// The questions are the same on both, and so are their answers.
/// </remarks>
public interface IAdjacency
{
    /// <summary>Begins a walk that sees every write that had ended before the call.</summary>
    Task<ITraversal> BeginAsync(CancellationToken cancellationToken);
}

/// <summary>One walk. Entities are nodes and relations are numbers that have a meaning in this walk only.</summary>
public interface ITraversal
{
    /// <summary>How many facts of one node a walk looks at, the newest.</summary>
    const int FactsOfOne = 2_000;

    /// <summary>The node of each entity, -1 for one that is not in the graph.</summary>
    Task<IReadOnlyList<int>> FindAsync(IReadOnlyList<EntityId> ids, CancellationToken cancellationToken);

    /// <summary>Makes the facts of nodes ready for <see cref="Facts"/>: at most two reads of a store, however many nodes there are.</summary>
    Task LoadAsync(IReadOnlyCollection<int> nodes, FactFilter filter, CancellationToken cancellationToken);

    /// <summary>Adds to <paramref name="facts"/> the facts of a loaded node that the filter lets through: at most <see cref="FactsOfOne"/>, the newest, in any order.</summary>
    /// <returns>Whether there are more.</returns>
    bool Facts(int node, FactFilter filter, List<Fact> facts);

    /// <summary>All facts of the graph that the filter lets through: at most <paramref name="limit"/>, the newest, in any order.</summary>
    /// <returns>The facts, and whether there are more.</returns>
    Task<(IReadOnlyList<Fact> Facts, bool IsTruncated)> AllFactsAsync(FactFilter filter, int limit, CancellationToken cancellationToken);

    /// <summary>How many relations lead to a node or from it, whatever their status.</summary>
    int Degree(int node);

    EntityType TypeOf(int node);

    /// <summary>Compares two nodes by the ids of their entities: the same on every store.</summary>
    int CompareNodes(int left, int right);

    /// <summary>Compares two facts by the ids of their relations: the same on every store.</summary>
    int CompareFacts(int left, int right);

    /// <summary>The entities of nodes, in their order.</summary>
    Task<IReadOnlyList<Entity>> ReadEntitiesAsync(IReadOnlyCollection<int> nodes, CancellationToken cancellationToken);

    /// <summary>The relations of facts, in their order.</summary>
    Task<IReadOnlyList<Relation>> ReadRelationsAsync(IReadOnlyCollection<int> facts, CancellationToken cancellationToken);
}
