namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Finds what is deferred in the parts of a response, and hands out the work for what may be delivered.</summary>
internal sealed class DeferredWorks(OperationExecution execution, PendingGroups pending)
{
    private readonly Dictionary<(DeferUsage Usage, FieldContext? Origin, int Row), DeliveryGroup> _groups = [];
    private readonly List<DeferredObjects> _objects = [];
    private List<DeferredItems> _items = [];

    /// <summary>Takes in what a part of the response leaves for later.</summary>
    public void Add(IEnumerable<Delivery> deliveries)
    {
        var roots = new List<DeliveryGroup>();
        var inner = new List<(Frontier Frontier, int Row)>();
        foreach (var (frontier, stream, row) in deliveries)
        {
            if (frontier is not null)
                inner.Add((frontier, row));
            else
                roots.Add(AddItems(stream!, row));
        }

        // A fragment is known before those inside of it are.
        foreach (var (frontier, row) in inner.OrderBy(delivery => delivery.Frontier.Depth))
            AddGroups(frontier, row, roots);
        foreach (var (frontier, row) in inner)
            AddObjects(frontier, row);
        foreach (var group in roots)
            pending.Announce(group);
    }

    /// <summary>The work that can be done now.</summary>
    public IEnumerable<DeferredWork> TakeReady()
    {
        var ready = new List<DeferredWork>();
        foreach (var objects in _objects)
        {
            if (objects.TakeReady() is { } part)
                ready.Add(part);
        }

        _objects.RemoveAll(objects => objects.Parts.Count == 0);
        ready.AddRange(_items);
        _items = [];
        return ready;
    }

    private DeliveryGroup AddItems(FieldContext stream, int row)
    {
        var group = new DeliveryGroup(Conditions.LabelOf(stream.Plan.Stream!), ResponsePath.Of(stream, row), parent: null);
        group.AddPart();
        var work = _items.Find(known => known.Field == stream);
        if (work is null)
        {
            work = new DeferredItems(stream, execution);
            _items.Add(work);
        }

        work.Parts.Add((row, group));
        return group;
    }

    private void AddGroups(Frontier frontier, int row, List<DeliveryGroup> roots)
    {
        var path = ResponsePath.Of(frontier, row);
        foreach (var usage in frontier.Plan.UsagesByType[frontier.TypeOf(row)])
        {
            var parent = usage.Parent is null ? null : GroupOf(usage.Parent, frontier, row);
            var group = new DeliveryGroup(usage.Label, path, parent);
            _groups[(usage, frontier.Origin, frontier.OriginRow(row))] = group;
            if (parent is null or { IsCompleted: true })
                roots.Add(group);
            else
                parent.Children.Add(group);
        }
    }

    private void AddObjects(Frontier frontier, int row)
    {
        foreach (var deferred in frontier.Plan.Deferred)
        {
            if (deferred.Plan.FieldsByType[frontier.TypeOf(row)].Length == 0)
                continue;

            var groups = Array.ConvertAll(deferred.Scope, usage => GroupOf(usage, frontier, row));
            foreach (var group in groups)
                group.AddPart();

            var work = _objects.Find(known => known.Selection == deferred && known.Source == frontier);
            if (work is null)
            {
                work = new DeferredObjects(deferred, frontier, execution);
                _objects.Add(work);
            }

            work.Parts.Add((row, groups));
        }
    }

    private DeliveryGroup GroupOf(DeferUsage usage, Frontier frontier, int row)
    {
        var (origin, originRow) = ResponsePath.Above(frontier, row, usage.Depth);
        return _groups[(usage, origin, originRow)];
    }
}
