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
    private int _fields;

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
            foreach (var field in _collector.Collect(possibleTypes[i], sources, _depth, out usagesByType[i]))
                PartFor(parts, field.Scope).Add(i, field, conditions);
        }

        _depth++;
        foreach (var part in parts)
        {
            _fields += part.Fields.Count;
            if (_fields > options.MaxFields)
                throw new OperationRefusedException(ExecutionErrors.OperationTooLarge(options.MaxFields));

            foreach (var (field, collected) in part.Fields)
            {
                if (field.IsComposite)
                    field.Selection = CompileSelection((CompositeType)field.Definition.Type.Named, SourcesOf(collected), part.Scope);
            }
        }

        _depth--;
        var plan = parts[0].ToPlan();
        if (parts.Count > 1)
            plan.Deferred = [.. parts.Skip(1).Select(part => new DeferredSelection(part.Scope, part.ToPlan()))];
        plan.UsagesByType = usagesByType;
        return plan;
    }

    private static Part PartFor(List<Part> parts, DeferUsage[] scope)
    {
        foreach (var known in parts)
        {
            if (known.Scope.AsSpan().SequenceEqual(scope))
                return known;
        }

        var part = parts[0].Beside(scope);
        parts.Add(part);
        return part;
    }

    private static List<SelectionSource> SourcesOf(CollectedField collected)
    {
        var sources = new List<SelectionSource>(collected.Nodes.Count);
        for (var i = 0; i < collected.Nodes.Count; i++)
        {
            if (collected.Nodes[i].SelectionSet is { } selectionSet)
                sources.Add(new SelectionSource(selectionSet, collected.UsageAt(i)));
        }

        return sources;
    }

    /// <summary>The fields of a selection that wait for the same defers.</summary>
    private sealed class Part(CompositeType type, IReadOnlyList<ObjectType> possibleTypes, Schema schema, DeferUsage[] scope)
    {
        private readonly List<FieldPlan>?[] _fieldsByType = new List<FieldPlan>?[possibleTypes.Count];

        public DeferUsage[] Scope { get; } = scope;

        public List<(FieldPlan Plan, CollectedField Collected)> Fields { get; } = [];

        public Part Beside(DeferUsage[] other) => new(type, possibleTypes, schema, other);

        // Types that bind the same resolver to a field share its plan, so that the level makes one call for all of them.
        public void Add(int typeIndex, CollectedField collected, Conditions conditions)
        {
            var definition = schema.FindField(possibleTypes[typeIndex], collected.Nodes[0].Name.Value)!;
            var field = typeIndex == 0 ? null : Find(definition, collected);
            if (field is null)
            {
                field = NewField(definition, collected, conditions);
                Fields.Add((field, collected));
            }

            field.Types[typeIndex] = true;
            (_fieldsByType[typeIndex] ??= []).Add(field);
        }

        public SelectionPlan ToPlan()
        {
            var plan = new SelectionPlan(type, possibleTypes, type is ObjectType ? null : schema.ResolutionOf(type))
            {
                Fields = [.. Fields.Select(field => field.Plan)],
                FieldsByType = Array.ConvertAll(_fieldsByType, fields => fields is null ? [] : fields.ToArray()),
                UsagesByType = Array.ConvertAll(_fieldsByType, _ => Array.Empty<DeferUsage>()),
            };
            foreach (var field in plan.Fields)
                field.AppliesToAll = Array.TrueForAll(field.Types, applies => applies);
            return plan;
        }

        private FieldPlan? Find(FieldDefinition definition, CollectedField collected)
        {
            foreach (var (known, other) in Fields)
            {
                if (known.ResponseName == collected.ResponseName && known.Resolver.Source == definition.Resolver!.Source
                    && known.Definition.Type == definition.Type && other.IsSameAs(collected))
                {
                    return known;
                }
            }

            return null;
        }

        private FieldPlan NewField(FieldDefinition definition, CollectedField collected, Conditions conditions)
        {
            var node = collected.Nodes[0];
            var field = new FieldPlan(Fields.Count, collected.ResponseName, definition, definition.Resolver!, collected.Nodes)
            {
                Types = new bool[possibleTypes.Count],
            };
            if (definition.Arguments.Count == 0)
                field.ConstantArguments = [];
            else if (!UsesVariable(node.Arguments))
                field.ConstantArguments = InputCoercion.TryCoerceArguments(definition.Arguments, node.Arguments);
            if (field.ListDepth > 0)
                field.Stream = conditions.StreamOf(node.Directives);
            return field;
        }

        private static bool UsesVariable(IReadOnlyList<ArgumentNode> arguments)
        {
            foreach (var argument in arguments)
            {
                if (InputCoercion.UsesVariable(argument.Value))
                    return true;
            }

            return false;
        }
    }
}

/// <summary>An operation cannot be executed, whatever the data: a request error.</summary>
internal sealed class OperationRefusedException(params IReadOnlyList<GraphQLError> errors) : Exception(errors[0].Message)
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
