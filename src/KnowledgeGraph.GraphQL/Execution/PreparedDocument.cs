using System.Collections.Concurrent;
using System.Text.Json;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;
using KnowledgeGraph.GraphQL.Validation;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>A document that was parsed and validated, with the plans of its operations.</summary>
internal sealed class PreparedDocument
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = new(StringComparer.Ordinal);
    private readonly List<PreparedOperation> _operations = [];

    private PreparedDocument(IReadOnlyList<GraphQLError> errors)
    {
        Errors = errors;
    }

    /// <summary>Why the document cannot be executed; empty if it can.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    public static PreparedDocument Prepare(Schema schema, ReadOnlySpan<byte> utf8, GraphQLOptions options)
    {
        DocumentNode document;
        try
        {
            document = DocumentNode.Parse(utf8, options.Parser);
        }
        catch (GraphQLSyntaxException exception)
        {
            return new PreparedDocument([exception.ToError()]);
        }

        var errors = Validator.Validate(schema, document, options);
        if (errors.Count > 0)
            return new PreparedDocument(errors);

        var prepared = new PreparedDocument([]);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                prepared._fragments.Add(fragment.Name.Value, fragment);
            else if (definition is OperationDefinitionNode operation)
                prepared._operations.Add(new PreparedOperation(schema, operation, prepared._fragments, options));
        }

        return prepared;
    }

    /// <summary>Plans the operations whose variables may all be left out, and says which cannot be planned.</summary>
    public IReadOnlyList<GraphQLError> PlanAll()
    {
        try
        {
            foreach (var operation in _operations)
                operation.PlanFor(VariableValues.None, isIncremental: false);
            return [];
        }
        catch (OperationRefusedException exception)
        {
            return exception.Errors;
        }
    }

    // GetOperation(document, operationName)    https://spec.graphql.org/September2025/#GetOperation()
    public PreparedOperation Find(string? operationName)
    {
        if (operationName is null)
        {
            return _operations.Count switch
            {
                0 => throw new OperationRefusedException(ExecutionErrors.NoOperation()),
                1 => _operations[0],
                _ => throw new OperationRefusedException(ExecutionErrors.OperationNameNeeded()),
            };
        }

        return _operations.Find(operation => operation.Name == operationName)
            ?? throw new OperationRefusedException(ExecutionErrors.UnknownOperation(operationName));
    }
}

/// <summary>One operation of a document and its plans: one for each decision of the variables in its conditions.</summary>
internal sealed class PreparedOperation
{
    // A client that tries all decisions of many conditions pays for each plan itself.
    private const int MaxPlans = 32;

    private readonly Schema _schema;
    private readonly OperationDefinitionNode _operation;
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly GraphQLOptions _options;
    private readonly ConcurrentDictionary<string, OperationPlan> _plans = new(StringComparer.Ordinal);
    private readonly List<string> _conditions = [];
    private readonly bool _mayBeIncremental;
    private OperationPlan? _only;

    public PreparedOperation(
        Schema schema, OperationDefinitionNode operation, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, GraphQLOptions options)
    {
        _schema = schema;
        _operation = operation;
        _fragments = fragments;
        _options = options;
        _mayBeIncremental = schema.FindDirective("defer") is not null || schema.FindDirective("stream") is not null;
        foreach (var definition in operation.Variables)
        {
            // Only a Boolean can decide a condition, whether it does or not.
            if (schema.TypeOf(definition.Type)?.Named == BuiltIns.Boolean)
                _conditions.Add(definition.Variable.Name.Value);
        }
    }

    public string? Name => _operation.Name?.Value;

    public OperationType Type => _operation.Operation;

    /// <exception cref="OperationRefusedException">The values do not fit.</exception>
    public VariableValues CoerceVariables(JsonElement variables) => VariableCoercion.Coerce(_schema, _operation.Variables, variables);

    /// <summary>The plan for the decisions of the variables' values.</summary>
    /// <param name="variables">The values.</param>
    /// <param name="isIncremental">Whether the response may come in parts.</param>
    /// <exception cref="OperationRefusedException">The operation is too large.</exception>
    public OperationPlan PlanFor(VariableValues variables, bool isIncremental)
    {
        isIncremental &= _mayBeIncremental;
        if (_conditions.Count == 0 && !isIncremental)
            return _only ??= Compile(variables, isIncremental);

        var key = string.Create(_conditions.Count + 1, (_conditions, variables, isIncremental), static (decisions, state) =>
        {
            decisions[^1] = Letter(state.isIncremental);
            for (var i = 0; i < state._conditions.Count; i++)
                decisions[i] = Letter(ValueOf(state.variables, state._conditions[i]));
        });
        if (_plans.TryGetValue(key, out var known))
            return known;

        var plan = Compile(variables, isIncremental);
        if (_plans.Count < MaxPlans)
            _plans.TryAdd(key, plan);
        return plan;
    }

    private OperationPlan Compile(VariableValues variables, bool isIncremental)
    {
        var root = _schema.RootType(_operation.Operation)!;
        var conditions = new Conditions(name => ValueOf(variables, name), isIncremental);
        return new OperationCompiler(_schema, _fragments, conditions, _options).Compile(_operation, root);
    }

    private static bool? ValueOf(VariableValues variables, string name) => variables.TryGet(name, out var value) ? value as bool? : null;

    private static char Letter(bool? decision) => decision switch
    {
        true => '1',
        false => '0',
        null => '-',
    };
}
