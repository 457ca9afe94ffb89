using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>One execution of a plan, level by level: each field is asked once for all objects of its level.</summary>
internal sealed class OperationExecution(Schema schema, OperationPlan plan, GraphQLRequest request, VariableValues variables, int maxObjects)
{
    private readonly List<GraphQLError> _errors = [];
    private List<Frontier> _level = [];
    private List<Frontier> _next = [];
    private int _objects;

    public Schema Schema { get; } = schema;

    public GraphQLRequest Request { get; } = request;

    public VariableValues Variables { get; } = variables;

    public IReadOnlyList<GraphQLError> Errors => _errors;

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
        if (++_objects > maxObjects)
            throw new ExecutionAbortedException(ExecutionErrors.TooManyObjects(maxObjects));
    }

    /// <summary>Calls all resolvers that must be called before the response can be written.</summary>
    public async ValueTask<Frontier> RunAsync(object root, CancellationToken cancellationToken)
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
        }
        else
        {
            _level.Add(frontier);
            await RunLevelsAsync(cancellationToken);
        }

        return frontier;
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
        frontier.Fields[field.Index] = context;
        return context;
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
