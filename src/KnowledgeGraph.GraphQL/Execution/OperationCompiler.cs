using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Makes the plan of an operation for one decision of its <c>@skip</c> and <c>@include</c> conditions.</summary>
/// <remarks>
/// CollectFields (section 6.3.2) is done here, once an operation instead of once an object. The work is counted: fragments that multiply
/// each other are refused after <see cref="GraphQLOptions.MaxSelections"/>, and fragments that nest
/// each other below <see cref="GraphQLOptions.MaxDepth"/>, on which all recursion over a plan relies.
/// </remarks>
internal sealed class OperationCompiler(
    Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, Func<string, bool> condition, GraphQLOptions options)
{
    private int _selections;
    private int _depth;

    /// <exception cref="OperationRefusedException">The operation is too large.</exception>
    public OperationPlan Compile(OperationDefinitionNode operation, ObjectType root)
    {
        var selection = CompileSelection(root, [operation.SelectionSet]);
        return new OperationPlan(operation.Operation, selection);
    }

    private SelectionPlan CompileSelection(CompositeType type, List<SelectionSetNode> selectionSets)
    {
        if (++_depth > options.MaxDepth)
            throw new OperationRefusedException(ExecutionErrors.OperationTooDeep(options.MaxDepth));

        var possibleTypes = schema.PossibleTypes(type);
        var plan = new SelectionPlan(type, possibleTypes, type is ObjectType ? null : schema.ResolutionOf(type));
        var fields = new List<FieldPlan>();
        var fieldsByType = new FieldPlan[possibleTypes.Count][];
        for (var i = 0; i < possibleTypes.Count; i++)
        {
            var collected = CollectFields(possibleTypes[i], selectionSets);
            fieldsByType[i] = new FieldPlan[collected.Count];
            for (var j = 0; j < collected.Count; j++)
                fieldsByType[i][j] = FieldFor(possibleTypes[i], i, possibleTypes.Count, collected.Fields[j], fields);
        }

        foreach (var field in fields)
        {
            field.AppliesToAll = !field.Types.Contains(false);
            if (field.IsComposite)
                field.Selection = CompileSelection((CompositeType)field.Definition.Type.Named, SelectionSetsOf(field.Nodes));
        }

        plan.Fields = [.. fields];
        plan.FieldsByType = fieldsByType;
        _depth--;
        return plan;
    }

    private static List<SelectionSetNode> SelectionSetsOf(List<FieldNode> nodes)
    {
        var sets = new List<SelectionSetNode>(nodes.Count);
        foreach (var node in nodes)
        {
            if (node.SelectionSet is { } selectionSet)
                sets.Add(selectionSet);
        }

        return sets;
    }

    // Types that bind the same resolver to a field share its plan, so that the level makes one call for all of them.
    private FieldPlan FieldFor(ObjectType type, int typeIndex, int typeCount, (string ResponseName, List<FieldNode> Nodes) collected, List<FieldPlan> fields)
    {
        var definition = schema.FindField(type, collected.Nodes[0].Name.Value)!;
        var resolver = definition.Resolver!;
        foreach (var known in fields)
        {
            if (known.ResponseName == collected.ResponseName && known.Resolver.Source == resolver.Source
                && known.Definition.Type == definition.Type && known.Nodes.SequenceEqual(collected.Nodes))
            {
                known.Types[typeIndex] = true;
                return known;
            }
        }

        var field = new FieldPlan(fields.Count, collected.ResponseName, definition, resolver, collected.Nodes) { Types = new bool[typeCount] };
        field.Types[typeIndex] = true;
        if (definition.Arguments.Count == 0)
            field.ConstantArguments = [];
        else if (!collected.Nodes[0].Arguments.Any(argument => InputCoercion.UsesVariable(argument.Value)))
            field.ConstantArguments = InputCoercion.TryCoerceArguments(definition.Arguments, collected.Nodes[0].Arguments);
        fields.Add(field);
        return field;
    }

    // CollectFields(objectType, selectionSet, variableValues)    https://spec.graphql.org/September2025/#CollectFields()
    private CollectedFields CollectFields(ObjectType type, List<SelectionSetNode> selectionSets)
    {
        var collected = new CollectedFields();
        var visitedFragments = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(IReadOnlyList<SelectionNode> Selections, int Next)>();
        for (var i = selectionSets.Count - 1; i >= 0; i--)
            open.Push((selectionSets[i].Selections, 0));

        // Fragments spread each other to any depth, so the selections that are open are kept here and not on the machine's stack.
        while (open.TryPop(out var at))
        {
            if (at.Next + 1 < at.Selections.Count)
                open.Push((at.Selections, at.Next + 1));

            if (++_selections > options.MaxSelections)
                throw new OperationRefusedException(ExecutionErrors.OperationTooLarge(options.MaxSelections));

            var selection = at.Selections[at.Next];
            if (!IsIncluded(selection.Directives))
                continue;

            switch (selection)
            {
                case FieldNode field:
                    collected.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    open.Push((inline.SelectionSet.Selections, 0));
                    break;
                case FragmentSpreadNode spread when visitedFragments.Add(spread.Name.Value):
                    var fragment = fragments[spread.Name.Value];
                    if (Applies(fragment.TypeCondition, type))
                        open.Push((fragment.SelectionSet.Selections, 0));
                    break;
            }
        }

        return collected;
    }

    private bool Applies(NamedTypeNode? typeCondition, ObjectType type) =>
        typeCondition is null || typeCondition.Name == type.Name || schema.IsSubType((CompositeType)schema.FindType(typeCondition.Name)!, type);

    private bool IsIncluded(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == "skip" ? IfOf(directive) : directive.Name.Value == "include" && !IfOf(directive))
                return false;
        }

        return true;
    }

    private bool IfOf(DirectiveNode directive) => directive.Arguments[0].Value switch
    {
        VariableNode variable => condition(variable.Name.Value),
        BooleanValueNode boolean => boolean.Value,
        _ => false,
    };

    private sealed class CollectedFields
    {
        private Dictionary<string, int>? _index;

        public List<(string ResponseName, List<FieldNode> Nodes)> Fields { get; } = [];

        public int Count => Fields.Count;

        public void Add(FieldNode field)
        {
            var index = IndexOf(field.ResponseName);
            if (index < 0)
            {
                _index?.Add(field.ResponseName, Fields.Count);
                Fields.Add((field.ResponseName, [field]));
            }
            else
            {
                Fields[index].Nodes.Add(field);
            }
        }

        // Few selection sets have more fields than it takes to look at each.
        private int IndexOf(string name)
        {
            if (_index is null && Fields.Count < 8)
                return Fields.FindIndex(field => field.ResponseName == name);

            _index ??= Fields.Select((field, index) => (field.ResponseName, index)).ToDictionary(pair => pair.ResponseName, pair => pair.index, StringComparer.Ordinal);
            return _index.GetValueOrDefault(name, -1);
        }
    }
}

/// <summary>An operation cannot be executed, whatever the data: a request error.</summary>
internal sealed class OperationRefusedException(params IReadOnlyList<GraphQLError> errors) : Exception(errors[0].Message)
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
