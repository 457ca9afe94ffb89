using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL;

/// <summary>Answers GraphQL requests on a schema. One is enough for a process; threads may share it.</summary>
/// <remarks>
/// A request is parsed, validated and planned once; the plan is kept. The plan runs level by level, one call of each resolver for all
/// objects of its level, and the response is written as JSON at the end. Nothing is thrown at the caller but cancellation: whatever is
/// wrong with a request is in its response.
/// <code>
/// var executor = new GraphQLExecutor(schema);
/// using var response = await executor.ExecuteAsync(GraphQLRequest.FromText("{ person(name: \"王伟\") { name } }"), cancellationToken);
/// Console.WriteLine(response);
/// </code>
/// </remarks>
public sealed class GraphQLExecutor
{
    private readonly DocumentCache _documents;
    private readonly DocumentLookup _lookup;
    private readonly CostModel _costs;
    private readonly ResponseLimits _limits;

    public GraphQLExecutor(Schema schema, GraphQLOptions? options = null, TimeProvider? time = null)
    {
        Schema = schema;
        Options = options ?? new GraphQLOptions();
        _documents = new DocumentCache(Options.MaxCachedDocuments);
        _lookup = new DocumentLookup(Options);
        _costs = new CostModel(Options.AssumedListSize);
        _limits = new ResponseLimits(Options.TimeLimit, Options.MaxResponseBytes, time ?? TimeProvider.System);
    }

    public Schema Schema { get; }

    public GraphQLOptions Options { get; }

    /// <summary>Answers a request and writes the response, one JSON object in UTF-8, to <paramref name="output"/>.</summary>
    public async ValueTask<ResponseKind> ExecuteAsync(GraphQLRequest request, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var response = await ExecuteAsync(request, cancellationToken);
        output.Write(response.Json.Span);
        return response.Kind;
    }

    /// <summary>Answers a query or a mutation with one response: what is deferred or streamed is in it.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return TryPlan(request, isIncremental: false, out var plan, out var execution, out var refusal)
            ? AnswerAsync(execution, plan, request.Root, cancellationToken)
            : ValueTask.FromResult(refusal);
    }

    /// <summary>Answers any request: a subscription with a response for each event, anything else with as many parts as it is delivered in.</summary>
    /// <remarks>The caller disposes each response. The schema has to define <c>@defer</c> or <c>@stream</c> for there to be several parts.</remarks>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public IAsyncEnumerable<GraphQLResponse> StreamAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!TryPlan(request, isIncremental: true, out var plan, out var execution, out var refusal))
            return One(ValueTask.FromResult(refusal));
        if (plan.Operation == OperationType.Subscription)
            return new EventStream(plan, execution, AnswerEventAsync).RunAsync(request.Root, cancellationToken);

        return plan.IsIncremental
            ? new IncrementalDelivery(execution, _limits).RunAsync(plan, request.Root, cancellationToken)
            : One(AnswerAsync(execution, plan, request.Root, cancellationToken));

        ValueTask<GraphQLResponse> AnswerEventAsync(StreamEvent @event, CancellationToken cancelled) =>
            AnswerAsync(NewExecution(request, execution.Variables), plan, @event, cancelled);
    }

    /// <summary>Parses, validates and plans a document before its first request, as for the documents of a manifest.</summary>
    /// <returns>What is wrong with it; nothing where it can be asked.</returns>
    public IReadOnlyList<GraphQLError> Prepare(ReadOnlyMemory<byte> document)
    {
        var prepared = Prepare(document.Span);
        return prepared.Errors.Count > 0 ? prepared.Errors : prepared.PlanAll();
    }

    private static async IAsyncEnumerable<GraphQLResponse> One(ValueTask<GraphQLResponse> response)
    {
        yield return await response;
    }

    private bool TryPlan(
        GraphQLRequest request,
        bool isIncremental,
        [NotNullWhen(true)] out OperationPlan? plan,
        [NotNullWhen(true)] out OperationExecution? execution,
        [NotNullWhen(false)] out GraphQLResponse? refusal)
    {
        plan = null;
        execution = null;
        refusal = null;
        try
        {
            var document = Prepare(_lookup.Find(request).Span);
            if (document.Errors.Count > 0)
            {
                refusal = GraphQLResponse.Refused(document.Errors);
                return false;
            }

            var operation = document.Find(request.OperationName);
            if (operation.Type == OperationType.Mutation && !request.AllowMutation)
            {
                refusal = GraphQLResponse.Refused([RequestErrors.MutationNotAllowed()], ResponseKind.MutationNotAllowed);
                return false;
            }

            if (operation.Type == OperationType.Subscription && !(request.AllowSubscription && isIncremental))
            {
                refusal = GraphQLResponse.Refused([RequestErrors.SubscriptionNotHere()]);
                return false;
            }

            var variables = operation.CoerceVariables(request.Variables);
            plan = operation.PlanFor(variables, isIncremental && operation.Type != OperationType.Subscription);
            execution = NewExecution(request, variables);
            execution.Cost = CostOf(plan, request, variables);
            return true;
        }
        catch (OperationRefusedException exception)
        {
            refusal = GraphQLResponse.Refused(exception.Errors);
            return false;
        }
    }

    // What nobody limits and nobody asks for is not reckoned.
    private OperationCost? CostOf(OperationPlan plan, GraphQLRequest request, VariableValues variables)
    {
        if (!request.ReportCost && double.IsPositiveInfinity(Options.MaxFieldCost) && double.IsPositiveInfinity(Options.MaxTypeCost))
            return null;

        var cost = CostAnalysis.Of(plan, _costs, variables, request.Variables);
        if (cost.Field > Options.MaxFieldCost)
            throw new OperationRefusedException(RequestErrors.TooCostly("field", cost.Field, Options.MaxFieldCost));
        if (cost.Type > Options.MaxTypeCost)
            throw new OperationRefusedException(RequestErrors.TooCostly("type", cost.Type, Options.MaxTypeCost));
        return request.ReportCost ? cost : null;
    }

    private OperationExecution NewExecution(GraphQLRequest request, VariableValues variables) =>
        new(Schema, request, variables, new ObjectBudget(Options.MaxObjects));

    private async ValueTask<GraphQLResponse> AnswerAsync(
        OperationExecution execution, OperationPlan plan, object root, CancellationToken cancellationToken)
    {
        using var deadline = _limits.Begin(plan.IsAsynchronous, cancellationToken);
        try
        {
            var frontier = await deadline.WaitAsync(execution.RunAsync(plan, root, deadline.Token));
            var response = Write(execution, frontier);
            frontier.Release();
            return response;
        }
        catch (OperationCanceledException exception) when (deadline.ErrorOf(exception) is { } error)
        {
            return GraphQLResponse.Failed(error);
        }
    }

    private PreparedDocument Prepare(ReadOnlySpan<byte> text)
    {
        if (_documents.TryGet(text, out var known))
            return known;

        var document = PreparedDocument.Prepare(Schema, text, Options);
        _documents.Add(text, document);
        return document;
    }

    private GraphQLResponse Write(OperationExecution execution, Frontier frontier) => GraphQLResponse.Write(Options.MaxResponseBytes, writer =>
    {
        writer.Raw("{\"data\":"u8);
        if (!new DataWriter(writer).TryWriteObject(frontier, 0))
            writer.Null();
        ErrorWriter.WriteNext(execution.Errors, writer);
        execution.Cost?.WriteNext(writer);
        writer.Byte((byte)'}');
        return (execution.Errors.Count > 0, false);
    });
}
