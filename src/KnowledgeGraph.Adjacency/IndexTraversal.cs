using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Adjacency;

/// <summary>A walk on one snapshot of the index. The store is asked for the texts of what was found.</summary>
internal sealed class IndexTraversal(AdjacencySnapshot snapshot, IGraphStore store) : ITraversal
{
    public Task<IReadOnlyList<int>> FindAsync(IReadOnlyList<EntityId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<int>>([.. ids.Select(id => id.Value.StartsWith('e') && PackedId.TryPack(id.Value, out var packed) ? Math.Max(-1, snapshot.Find(packed)) : -1)]);

    public Task LoadAsync(IReadOnlyCollection<int> nodes, FactFilter filter, CancellationToken cancellationToken) => Task.CompletedTask;

    public bool Facts(int node, FactFilter filter, List<Fact> facts)
    {
        var start = facts.Count;
        snapshot.Facts(node, filter, facts);
        return KeepNewest(facts, start, ITraversal.FactsOfOne);
    }

    public Task<(IReadOnlyList<Fact> Facts, bool IsTruncated)> AllFactsAsync(FactFilter filter, int limit, CancellationToken cancellationToken)
    {
        List<Fact> facts = [.. snapshot.AllFacts(filter)];
        var isTruncated = KeepNewest(facts, 0, limit);
        return Task.FromResult<(IReadOnlyList<Fact>, bool)>((facts, isTruncated));
    }

    public int Degree(int node) => snapshot.Degree(node);

    public EntityType TypeOf(int node) => snapshot.TypeOf(node);

    public int CompareNodes(int left, int right) => left == right ? 0 : snapshot.NodeId(left).CompareTo(snapshot.NodeId(right));

    public int CompareFacts(int left, int right) => left == right ? 0 : snapshot.FactId(left).CompareTo(snapshot.FactId(right));

    public async Task<IReadOnlyList<Entity>> ReadEntitiesAsync(IReadOnlyCollection<int> nodes, CancellationToken cancellationToken)
    {
        List<EntityId> ids = [.. nodes.Select(node => new EntityId(PackedId.Unpack('e', snapshot.NodeId(node))))];
        var found = ids.Count == 0 ? new Dictionary<EntityId, Entity>() : await store.FindEntitiesAsync(ids, cancellationToken);
        return [.. ids.Select(id => found.TryGetValue(id, out var entity) ? entity : throw Overtaken())];
    }

    public async Task<IReadOnlyList<Relation>> ReadRelationsAsync(IReadOnlyCollection<int> facts, CancellationToken cancellationToken)
    {
        List<RelationId> ids = [.. facts.Select(fact => new RelationId(PackedId.Unpack('r', snapshot.FactId(fact))))];
        var found = ids.Count == 0 ? new Dictionary<RelationId, Relation>() : await store.FindRelationsAsync(ids, cancellationToken);
        return [.. ids.Select(id => found.TryGetValue(id, out var relation) ? relation : throw Overtaken())];
    }

    private static GraphStoreException Overtaken() => new("The graph was written to while it was asked; ask again.", isTransient: true);

    /// <summary>Keeps the newest facts of a list from some place on. Says whether some were left out.</summary>
    private bool KeepNewest(List<Fact> facts, int start, int limit)
    {
        if (facts.Count - start <= limit)
            return false;

        facts.Sort(start, facts.Count - start, Comparer<Fact>.Create((left, right) =>
            right.Date.CompareTo(left.Date) is not 0 and var byDate ? byDate : CompareFacts(left.Number, right.Number)));
        facts.RemoveRange(start + limit, facts.Count - start - limit);
        return true;
    }
}
