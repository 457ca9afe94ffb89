using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Adjacency;

/// <summary>The relations of a graph in memory, without their texts: questions that walk along them ask the store for nothing but what they tell of.</summary>
/// <remarks>
/// Follows the store by its changes and knows nothing else of it. A walk sees every write that had ended before it began, whoever wrote: the store is asked for
/// the number of its last write, and what is new is read. Made at the first walk; made anew in the background when much has been written since.
/// </remarks>
/// <param name="store">The store.</param>
/// <param name="looseFacts">How many facts, beside an eighth of all, may be written before the rows are made anew.</param>
public sealed class AdjacencyIndex(IGraphStore store, int looseFacts = 20_000) : IAdjacency, IDisposable
{
    private const int PageSize = 5_000;
    private const int ChangesARead = 200;

    private readonly SemaphoreSlim _following = new(1, 1);
    private volatile AdjacencySnapshot? _current;
    private Task<AdjacencySnapshot>? _compaction;

    /// <summary>The bytes that the facts and entities of the rows take.</summary>
    public long Bytes => _current?.Rows.Bytes ?? 0;

    /// <summary>How many facts the rows have.</summary>
    public int FactCount => _current?.Rows.FactCount ?? 0;

    public async Task<ITraversal> BeginAsync(CancellationToken cancellationToken)
    {
        if (_current is { } current && (await store.ReadChangesAsync(current.Number, limit: 1, cancellationToken)).Latest == current.Number)
            return new IndexTraversal(current, store);

        await _following.WaitAsync(cancellationToken);
        try
        {
            return new IndexTraversal(_current = await FollowAsync(cancellationToken), store);
        }
        finally
        {
            _following.Release();
        }
    }

    public void Dispose() => _following.Dispose();

    private async Task<AdjacencySnapshot> FollowAsync(CancellationToken cancellationToken)
    {
        var snapshot = _current;
        if (_compaction is { IsCompleted: true } compaction)
        {
            _compaction = null;
            snapshot = await compaction;
        }

        while (true)
        {
            snapshot ??= await ReadAllAsync(cancellationToken);
            var changes = await store.ReadChangesAsync(snapshot.Number, ChangesARead, cancellationToken);
            if (!changes.IsComplete)
            {
                snapshot = null;
                continue;
            }

            if (changes.Changes.Count > 0)
                snapshot = await ApplyAsync(snapshot, changes.Changes, cancellationToken);

            if (snapshot.Number < changes.Latest)
                continue;

            if (_compaction is null && snapshot.DeltaSize > looseFacts + (snapshot.Rows.FactCount / 8))
            {
                var full = snapshot;
                _compaction = Task.Run(() => new AdjacencySnapshot(full.ToRows(), full.Number), CancellationToken.None);
            }

            return snapshot;
        }
    }

    private async Task<AdjacencySnapshot> ApplyAsync(AdjacencySnapshot snapshot, IReadOnlyList<GraphChange> changes, CancellationToken cancellationToken)
    {
        // Several writes are applied as one: what they left is read once.
        List<RelationId> relations = [.. changes.SelectMany(change => change.Relations).Distinct()];
        var facts = (await store.FindRelationsAsync(relations, cancellationToken)).Values.Select(IndexedFact.Of).OfType<IndexedFact>().ToDictionary(fact => fact.Id);
        List<EntityId> touched = [.. changes.SelectMany(change => change.Entities).Distinct()];
        var found = await store.FindEntitiesAsync(touched, cancellationToken);
        var entities = touched.ToDictionary(Pack, id => found.GetValueOrDefault(id)?.Type);

        // A relation whose end was taken away between the two reads is gone as well, and a later write says so.
        bool IsThere(UInt128 id) => entities.TryGetValue(id, out var type) ? type is not null : snapshot.Find(id) >= 0;
        return snapshot.After(
            changes[^1].Number,
            entities,
            relations.Select(id => Pack(id.Value)).ToDictionary(
                id => id, id => facts.TryGetValue(id, out var fact) && IsThere(fact.Head) && IsThere(fact.Tail) ? fact : (IndexedFact?)null));
    }

    private async Task<AdjacencySnapshot> ReadAllAsync(CancellationToken cancellationToken)
    {
        // What is written while the pages are read has a later number, and is applied again.
        var number = (await store.ReadChangesAsync(long.MaxValue, limit: 1, cancellationToken)).Latest;
        var entities = new Dictionary<UInt128, EntityType>();
        await foreach (var entity in Pages.AllAsync(PageSize, page => store.ListEntitiesAsync(new EntityFilter { Order = EntityOrder.Name }, page, cancellationToken)))
            entities[Pack(entity.Id)] = entity.Type;

        var facts = new List<IndexedFact>();
        var every = new RelationFilter { Status = null };
        await foreach (var relation in Pages.AllAsync(PageSize, page => store.ListRelationsAsync(every, page, cancellationToken)))
        {
            if (IndexedFact.Of(relation) is { } fact)
                facts.Add(fact);
        }

        return new AdjacencySnapshot(new AdjacencyRows(entities, facts.DistinctBy(fact => fact.Id)), number);
    }

    private static UInt128 Pack(EntityId id) => Pack(id.Value);

    private static UInt128 Pack(string id) => PackedId.TryPack(id, out var packed) ? packed : default;
}
