using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Makes the plan of an operation for one decision of the conditions of its directives.</summary>
/// <remarks>
/// Fragments that nest each other are refused below <see cref="GraphQLOptions.MaxDepth"/>, on which all recursion over a plan relies.
/// What is deferred is divided as the proposal for incremental delivery does it: fields that wait for the same defers are one plan.
/// </remarks>
internal sealed class OperationCompiler(
    Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, Conditions conditions, GraphQLOptions options)
{
    private readonly FieldCollector _collector = new(schema, fragments, conditions, options.MaxSelections);
    private int _depth;

    /// <exception cref="OperationRefusedException">The operation is too large.</exception>
    public OperationPlan Compile(OperationDefinitionNode operation, ObjectType root) =>
        new(operation.Operation, CompileSelection(root, [new SelectionSource(operation.SelectionSet, null)], []));

    private SelectionPlan CompileSelection(CompositeType type, List<SelectionSource> sources, DeferUsage[] scope)
    {
        if (_depth >= options.MaxDepth)
            throw new OperationRefusedException(ExecutionErrors.OperationTooDeep(options.MaxDepth));

        var possibleTypes = schema.PossibleTypes(type);
        var parts = new List<Part> { new(type, possibleTypes, schema, scope) };
        var usagesByType = new DeferUsage[possibleTypes.Count][];
        _collector.Begin();
        for (var i = 0; i < possibleTypes.Count; i++)
        {
            var usages = new List<DeferUsage>();
            foreach (var field in _collector.Collect(possibleTypes[i], sources, _depth, usages))
                PartFor(parts, DeferUsage.ScopeOf(field.Usages)).Add(i, field, conditions);
            usagesByType[i] = [.. usages];
        }

        _depth++;
        foreach (var part in parts)
        {
            foreach (var (field, collected) in part.CompositeFields)
                field.Selection = CompileSelection((CompositeType)field.Definition.Type.Named, SourcesOf(collected), part.Scope);
        }

        _depth--;
        var plan = parts[0].ToPlan();
        plan.Deferred = [.. parts.Skip(1).Select(part => new DeferredSelection(part.Scope, part.ToPlan()))];
        plan.UsagesByType = usagesByType;
        return plan;
    }

    private static Part PartFor(List<Part> parts, DeferUsage[] scope)
    {
        var part = parts.Find(known => known.Scope.AsSpan().SequenceEqual(scope));
        if (part is null)
        {
            part = parts[0].Beside(scope);
            parts.Add(part);
        }

        return part;
    }

    private static List<SelectionSource> SourcesOf(CollectedField collected)
    {
        var sources = new List<SelectionSource>(collected.Nodes.Count);
        for (var i = 0; i < collected.Nodes.Count; i++)
        {
            if (collected.Nodes[i].SelectionSet is { } selectionSet)
                sources.Add(new SelectionSource(selectionSet, collected.Usages[i]));
        }

        return sources;
    }

    /// <summary>The fields of a selection that wait for the same defers.</summary>
    private sealed class Part(CompositeType type, IReadOnlyList<ObjectType> possibleTypes, Schema schema, DeferUsage[] scope)
    {
        private readonly List<(FieldPlan Plan, CollectedField Collected)> _fields = [];
        private readonly List<FieldPlan>[] _fieldsByType = [.. possibleTypes.Select(_ => new List<FieldPlan>())];

        public DeferUsage[] Scope { get; } = scope;

        public IEnumerable<(FieldPlan Plan, CollectedField Collected)> CompositeFields => _fields.Where(added => added.Plan.IsComposite);

        public Part Beside(DeferUsage[] other) => new(type, possibleTypes, schema, other);

        // Types that bind the same resolver to a field share its plan, so that the level makes one call for all of them.
        public void Add(int typeIndex, CollectedField collected, Conditions conditions)
        {
            var definition = schema.FindField(possibleTypes[typeIndex], collected.Nodes[0].Name.Value)!;
            var resolver = definition.Resolver!;
            foreach (var (known, other) in _fields)
            {
                if (known.ResponseName == collected.ResponseName && known.Resolver.Source == resolver.Source && known.Definition.Type == definition.Type
                    && known.Nodes.SequenceEqual(collected.Nodes) && other.Usages.SequenceEqual(collected.Usages))
                {
                    known.Types[typeIndex] = true;
                    _fieldsByType[typeIndex].Add(known);
                    return;
                }
            }

            var field = new FieldPlan(_fields.Count, collected.ResponseName, definition, resolver, collected.Nodes) { Types = new bool[possibleTypes.Count] };
            field.Types[typeIndex] = true;
            if (definition.Arguments.Count == 0)
                field.ConstantArguments = [];
            else if (!collected.Nodes[0].Arguments.Any(argument => InputCoercion.UsesVariable(argument.Value)))
                field.ConstantArguments = InputCoercion.TryCoerceArguments(definition.Arguments, collected.Nodes[0].Arguments);
            if (field.ListDepth > 0 && conditions.StreamOf(collected.Nodes[0].Directives) is { } stream)
                field.Stream = stream;
            _fields.Add((field, collected));
            _fieldsByType[typeIndex].Add(field);
        }

        public SelectionPlan ToPlan()
        {
            var plan = new SelectionPlan(type, possibleTypes, type is ObjectType ? null : schema.ResolutionOf(type))
            {
                UsagesByType = [.. possibleTypes.Select(_ => Array.Empty<DeferUsage>())],
                Fields = [.. _fields.Select(field => field.Plan)],
                FieldsByType = [.. _fieldsByType.Select(fields => fields.ToArray())],
            };
            foreach (var field in plan.Fields)
                field.AppliesToAll = !field.Types.Contains(false);
            return plan;
        }
    }
}

/// <summary>An operation cannot be executed, whatever the data: a request error.</summary>
internal sealed class OperationRefusedException(params IReadOnlyList<GraphQLError> errors) : Exception(errors[0].Message)
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
