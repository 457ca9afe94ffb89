using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Graph.Traversal;

/// <summary>Walks along the relations of a store, a hop a read.</summary>
public sealed class StoreAdjacency(IGraphStore store) : IAdjacency
{
    public Task<ITraversal> BeginAsync(CancellationToken cancellationToken) => Task.FromResult<ITraversal>(new StoreTraversal(store));

    /// <remarks>What was read is kept until the walk ends; an entity that a write took away meanwhile is passed over.</remarks>
    private sealed class StoreTraversal(IGraphStore store) : ITraversal
    {
        private const int PageSize = 5_000;

        private readonly List<EntityId> _ids = [];
        private readonly Dictionary<EntityId, int> _nodes = [];
        private readonly Dictionary<EntityId, Entity> _entities = [];
        private readonly List<Relation> _relations = [];
        private readonly Dictionary<RelationId, int> _numbers = [];
        private readonly Dictionary<(int Node, FactFilter Filter), (List<Fact> Facts, bool HasMore)> _facts = [];

        public async Task<IReadOnlyList<int>> FindAsync(IReadOnlyList<EntityId> ids, CancellationToken cancellationToken)
        {
            await ReadAsync(ids, cancellationToken);
            return [.. ids.Select(id => _entities.ContainsKey(id) ? NodeOf(id) : -1)];
        }

        public async Task LoadAsync(IReadOnlyCollection<int> nodes, FactFilter filter, CancellationToken cancellationToken)
        {
            var missing = nodes.Where(node => !_facts.ContainsKey((node, filter))).Distinct().ToList();
            if (missing.Count == 0)
                return;

            var read = await store.ReadRelationsAsync(
                [.. missing.Select(EntityOf)], filter.Source, new PageRequest(ITraversal.FactsOfOne), cancellationToken);
            await ReadAsync(read.Values.SelectMany(page => page.Values).SelectMany(Ends), cancellationToken);
            foreach (var node in missing)
            {
                var page = read.GetValueOrDefault(EntityOf(node), Page<Relation>.Empty);
                _facts[(node, filter)] = ([.. page.Values.Where(IsWhole).Select(FactOf)], page.HasNextPage);
            }
        }

        public bool Facts(int node, FactFilter filter, List<Fact> facts)
        {
            var (loaded, hasMore) = _facts[(node, filter)];
            facts.AddRange(loaded);
            return hasMore;
        }

        public async Task<(IReadOnlyList<Fact> Facts, bool IsTruncated)> AllFactsAsync(FactFilter filter, int limit, CancellationToken cancellationToken)
        {
            var facts = new List<Fact>();
            var request = new PageRequest(Math.Min(PageSize, limit));
            while (true)
            {
                var page = await store.ListRelationsAsync(filter.Source, request, cancellationToken);
                await ReadAsync(page.Values.SelectMany(Ends), cancellationToken);
                facts.AddRange(page.Values.Where(IsWhole).Select(FactOf));
                if (!page.HasNextPage || facts.Count >= limit)
                    return (facts, page.HasNextPage);

                request = new PageRequest(Math.Min(PageSize, limit - facts.Count), page.Items[^1].Cursor);
            }
        }

        public int Degree(int node) => _entities[EntityOf(node)].RelationCount;

        public EntityType TypeOf(int node) => _entities[EntityOf(node)].Type;

        public int CompareNodes(int left, int right) => string.CompareOrdinal(EntityOf(left).Value, EntityOf(right).Value);

        public int CompareFacts(int left, int right) => string.CompareOrdinal(_relations[left].Id.Value, _relations[right].Id.Value);

        public Task<IReadOnlyList<Entity>> ReadEntitiesAsync(IReadOnlyCollection<int> nodes, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Entity>>([.. nodes.Select(node => _entities[EntityOf(node)])]);

        public Task<IReadOnlyList<Relation>> ReadRelationsAsync(IReadOnlyCollection<int> facts, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Relation>>([.. facts.Select(fact => _relations[fact])]);

        private EntityId EntityOf(int node) => _ids[node];

        private static EntityId[] Ends(Relation relation) => [relation.HeadId, relation.TailId];

        private bool IsWhole(Relation relation) => _entities.ContainsKey(relation.HeadId) && _entities.ContainsKey(relation.TailId);

        private async Task ReadAsync(IEnumerable<EntityId> ids, CancellationToken cancellationToken)
        {
            var missing = ids.Where(id => !_entities.ContainsKey(id)).Distinct().ToList();
            if (missing.Count == 0)
                return;

            foreach (var (id, entity) in await store.FindEntitiesAsync(missing, cancellationToken))
                _entities[id] = entity;
        }

        private int NodeOf(EntityId id)
        {
            if (!_nodes.TryGetValue(id, out var node))
            {
                node = _ids.Count;
                _nodes.Add(id, node);
                _ids.Add(id);
            }

            return node;
        }

        private Fact FactOf(Relation relation)
        {
            if (!_numbers.TryGetValue(relation.Id, out var number))
            {
                number = _relations.Count;
                _numbers.Add(relation.Id, number);
                _relations.Add(relation);
            }

            return new Fact(
                number,
                NodeOf(relation.HeadId),
                NodeOf(relation.TailId),
                relation.Type,
                relation.Confidence,
                PackedDate.Of(relation.SortDate));
        }
    }
}
