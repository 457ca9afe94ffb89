using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>A selection set, and the defer that it stands in.</summary>
internal readonly record struct SelectionSource(SelectionSetNode SelectionSet, DeferUsage? Usage);

/// <summary>The fields of a selection that are answered under one name, each with the defer that it stands in.</summary>
internal sealed class CollectedField(string responseName)
{
    // Where nothing is deferred, nothing is kept.
    private List<DeferUsage?>? _usages;

    public string ResponseName { get; } = responseName;

    public List<FieldNode> Nodes { get; } = new(1);

    /// <summary>The defers that the field waits for.</summary>
    public DeferUsage[] Scope => _usages is null ? [] : DeferUsage.ScopeOf(_usages);

    public DeferUsage? UsageAt(int node) => _usages?[node];

    public void Add(FieldNode node, DeferUsage? usage)
    {
        if (usage is not null && _usages is null)
            _usages = [.. Nodes.Select(_ => (DeferUsage?)null)];
        Nodes.Add(node);
        _usages?.Add(usage);
    }

    public bool IsSameAs(CollectedField other) =>
        Nodes.SequenceEqual(other.Nodes) && (_usages ?? []).SequenceEqual(other._usages ?? []);
}

/// <summary>Collects the fields of one selection for one object type after the other (CollectFields, section 6.3.2).</summary>
/// <remarks>
/// It is done once an operation and not once an object. The work is counted: fragments that multiply each other are refused after
/// <see cref="GraphQLOptions.MaxSelections"/>.
/// </remarks>
internal sealed class FieldCollector(
    Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, Conditions conditions, int maxSelections)
{
    private readonly Dictionary<(SelectionNode Fragment, DeferUsage? Parent), DeferUsage> _usages = [];
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Stack<(IReadOnlyList<SelectionNode> Selections, int Next, DeferUsage? Usage)> _open = [];
    private int _selections;
    private int _usageCount;

    /// <summary>Begins another selection, in which the defers that are met are of that level.</summary>
    public void Begin() => _usages.Clear();

    /// <summary>The fields in the order of the response, and in <paramref name="usages"/> the defers that stand in the selection.</summary>
    public List<CollectedField> Collect(ObjectType type, List<SelectionSource> sources, int depth, out DeferUsage[] usages)
    {
        var collected = new Fields();
        List<DeferUsage>? met = null;
        _visited.Clear();
        for (var i = sources.Count - 1; i >= 0; i--)
            _open.Push((sources[i].SelectionSet.Selections, 0, sources[i].Usage));

        // Fragments spread each other to any depth, so the selections that are open are kept here and not on the machine's stack.
        while (_open.TryPop(out var at))
        {
            if (at.Next + 1 < at.Selections.Count)
                _open.Push((at.Selections, at.Next + 1, at.Usage));

            if (++_selections > maxSelections)
                throw new OperationRefusedException(ExecutionErrors.OperationTooLarge(maxSelections));

            var selection = at.Selections[at.Next];
            if (!conditions.Include(selection.Directives))
                continue;

            if (selection is FieldNode field)
            {
                collected.Add(field, at.Usage);
                continue;
            }

            var deferral = conditions.DeferOf(selection.Directives);
            if (Enter(selection, type, isDeferred: deferral is not null) is not { } inner)
                continue;

            var usage = at.Usage;
            if (deferral is not null)
                (met ??= []).Add(usage = UsageOf(selection, deferral, at.Usage, depth));
            _open.Push((inner.Selections, 0, usage));
        }

        usages = met is null ? [] : [.. met];
        return collected.All;
    }

    // A fragment counts once, but what is deferred now may be asked for at once elsewhere.
    private SelectionSetNode? Enter(SelectionNode selection, ObjectType type, bool isDeferred)
    {
        if (selection is InlineFragmentNode inline)
            return Applies(inline.TypeCondition, type) ? inline.SelectionSet : null;

        var name = ((FragmentSpreadNode)selection).Name.Value;
        if (!isDeferred && !_visited.Add(name))
            return null;

        var fragment = fragments[name];
        return Applies(fragment.TypeCondition, type) ? fragment.SelectionSet : null;
    }

    private DeferUsage UsageOf(SelectionNode fragment, DirectiveNode directive, DeferUsage? parent, int depth)
    {
        // The types of an abstract selection share a usage, and so the calls for what it defers.
        if (!_usages.TryGetValue((fragment, parent), out var usage))
        {
            usage = new DeferUsage(_usageCount++, Conditions.LabelOf(directive), parent, depth);
            _usages.Add((fragment, parent), usage);
        }

        return usage;
    }

    private bool Applies(NamedTypeNode? typeCondition, ObjectType type) =>
        typeCondition is null || typeCondition.Name == type.Name || schema.IsSubType((CompositeType)schema.FindType(typeCondition.Name)!, type);

    private sealed class Fields
    {
        private Dictionary<string, CollectedField>? _index;

        public List<CollectedField> All { get; } = [];

        public void Add(FieldNode node, DeferUsage? usage)
        {
            var field = Find(node.ResponseName);
            if (field is null)
            {
                field = new CollectedField(node.ResponseName);
                All.Add(field);
                _index?.Add(node.ResponseName, field);
            }

            field.Add(node, usage);
        }

        // Few selection sets have more fields than it takes to look at each.
        private CollectedField? Find(string name)
        {
            if (_index is null && All.Count < 8)
            {
                foreach (var field in All)
                {
                    if (field.ResponseName == name)
                        return field;
                }

                return null;
            }

            _index ??= All.ToDictionary(field => field.ResponseName, StringComparer.Ordinal);
            return _index.GetValueOrDefault(name);
        }
    }
}
