using System.Globalization;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>One execution of a plan, level by level: each field is asked once for all objects of its level.</summary>
internal sealed class OperationExecution(Schema schema, GraphQLRequest request, VariableValues variables, ObjectBudget budget)
{
    private readonly List<GraphQLError> _errors = [];
    private List<Frontier> _level = [];
    private List<Frontier> _next = [];
    private int _objects;

    public Schema Schema { get; } = schema;

    public GraphQLRequest Request { get; } = request;

    public VariableValues Variables { get; } = variables;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>What the operation may cost, where the response has to say it.</summary>
    public OperationCost? Cost { get; set; }

    /// <summary>An execution of another part of the same request.</summary>
    public OperationExecution Beside() => new(Schema, Request, Variables, budget);

    public void AddError(GraphQLError error)
    {
        lock (_errors)
            _errors.Add(error);
    }

    /// <summary>Counts an object that was reached.</summary>
    /// <exception cref="ExecutionAbortedException">There are too many.</exception>
    public void CountObject()
    {
        // Lists in lists multiply: a document of a few lines can ask for more than any memory holds.
        if (--_objects < 0)
            _objects = budget.Take() - 1;
    }

    /// <summary>Calls all resolvers that must be called before the response can be written.</summary>
    public async ValueTask<Frontier> RunAsync(OperationPlan plan, object root, CancellationToken cancellationToken)
    {
        var frontier = new Frontier(plan.Root, origin: null);
        frontier.TryAdd(root);
        if (plan.Operation == OperationType.Mutation)
        {
            // The fields of a mutation are executed one after the other, each with all that is below it.
            foreach (var field in plan.Root.Fields)
            {
                if (field.NeedsLevel)
                    await RunLevelsAsync(frontier, field, cancellationToken);
                else
                    Begin(field, frontier);
            }

            budget.Return(_objects);
            _objects = 0;
        }
        else
        {
            await RunAsync(frontier, cancellationToken);
        }

        return frontier;
    }

    /// <summary>Calls the resolvers for the objects of a frontier and all that is below them.</summary>
    public async ValueTask RunAsync(Frontier frontier, CancellationToken cancellationToken)
    {
        _level.Add(frontier);
        await RunLevelsAsync(cancellationToken);
        budget.Return(_objects);
        _objects = 0;
    }

    /// <summary>The one field of a subscription, to ask its resolver for the events.</summary>
    public FieldContext BeginStream(OperationPlan plan, object root)
    {
        var frontier = new Frontier(plan.Root, origin: null);
        frontier.TryAdd(root);
        return Begin(plan.Root.FieldsByType[0][0], frontier);
    }

    private async ValueTask RunLevelsAsync(Frontier frontier, FieldPlan field, CancellationToken cancellationToken)
    {
        var context = Begin(field, frontier);
        if (Start(context, cancellationToken) is { } pending)
            await FinishAsync(context, pending);
        Descend(context);
        (_level, _next) = (_next, _level);
        await RunLevelsAsync(cancellationToken);
    }

    private async ValueTask RunLevelsAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<(FieldContext Context, Task Pending)>();
        while (_level.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var frontier in _level)
            {
                foreach (var field in frontier.Plan.Fields)
                {
                    var context = Begin(field, frontier);
                    if (field.NeedsLevel && context.RowCount > 0 && Start(context, cancellationToken) is { } pending)
                        waiting.Add((context, pending));
                }
            }

            // The level ends for all its fields before the next begins, so that the calls do not depend on who answers first.
            foreach (var (context, pending) in waiting)
                await FinishAsync(context, pending);
            waiting.Clear();

            foreach (var frontier in _level)
            {
                foreach (var context in frontier.Fields)
                    Descend(context!);
            }

            (_level, _next) = (_next, _level);
            _next.Clear();
        }
    }

    private FieldContext Begin(FieldPlan field, Frontier frontier)
    {
        object?[] arguments;
        CoercionFailure? failure = null;
        if (field.ConstantArguments is { } constant)
            arguments = constant;
        else
            (arguments, failure) = CoerceArguments(field);

        var context = new FieldContext(field, frontier, this, arguments) { ArgumentFailure = failure?.Exception };
        if (field.Stream is not null)
            Stream(context, field.Stream);

        frontier.Fields[field.Index] = context;
        return context;
    }

    private void Stream(FieldContext context, DirectiveNode stream)
    {
        var count = ArgumentValues.Of(stream.Arguments, "initialCount") switch
        {
            VariableNode variable when Variables.TryGet(variable.Name.Value, out var value) => value as int?,
            IntValueNode number => int.Parse(number.Value, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (count < 0)
            context.ArgumentFailure = new GraphQLException(ExecutionErrors.NegativeInitialCount);
        else
            context.StreamAfter = count ?? 0;
    }

    private (object?[] Values, CoercionFailure? Failure) CoerceArguments(FieldPlan field)
    {
        try
        {
            return (InputCoercion.CoerceArguments(field.Definition.Arguments, field.Nodes[0].Arguments, Variables), null);
        }
        catch (Exception exception) when (exception is Binding.CoercionException or GraphQLException)
        {
            return ([], new CoercionFailure(new GraphQLException(exception.Message)));
        }
    }

    private static Task? Start(FieldContext context, CancellationToken cancellationToken)
    {
        if (context.ArgumentFailure is { } failure)
        {
            context.FailAll(failure);
            return null;
        }

        try
        {
            return context.Plan.Resolver.Start(context, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.FailAll(exception);
            return null;
        }
    }

    private static async ValueTask FinishAsync(FieldContext context, Task pending)
    {
        try
        {
            await pending;
            context.Plan.Resolver.Finish(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.FailAll(exception);
        }
    }

    private void Descend(FieldContext context)
    {
        if (context.Children is { Count: > 0 } children)
            _next.Add(children);
    }

    private sealed record CoercionFailure(GraphQLException Exception);
}
