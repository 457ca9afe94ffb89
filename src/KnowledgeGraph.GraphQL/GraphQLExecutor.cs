using System.Buffers;
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
public sealed class GraphQLExecutor(Schema schema, GraphQLOptions? options = null, TimeProvider? time = null)
{
    private readonly DocumentCache _documents = new((options ?? new GraphQLOptions()).MaxCachedDocuments);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public Schema Schema { get; } = schema;

    public GraphQLOptions Options { get; } = options ?? new GraphQLOptions();

    /// <summary>Answers a request and writes the response, one JSON object in UTF-8, to <paramref name="output"/>.</summary>
    public async ValueTask<ResponseKind> ExecuteAsync(GraphQLRequest request, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var response = await ExecuteAsync(request, cancellationToken);
        output.Write(response.Json.Span);
        return response.Kind;
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        PreparedOperation operation;
        VariableValues variables;
        OperationPlan plan;
        try
        {
            var document = Prepare(request.Query.Span);
            if (document.Errors.Count > 0)
                return Refuse(document.Errors);

            operation = document.Find(request.OperationName);
            if (operation.Type == OperationType.Mutation && !request.AllowMutation)
                return Refuse([RequestErrors.MutationNotAllowed()], ResponseKind.MutationNotAllowed);
            if (operation.Type == OperationType.Subscription)
                return Refuse([RequestErrors.SubscriptionNotHere()]);

            variables = operation.CoerceVariables(request.Variables);
            plan = operation.PlanFor(variables);
        }
        catch (OperationRefusedException exception)
        {
            return Refuse(exception.Errors);
        }

        return await ExecuteAsync(new OperationExecution(Schema, plan, request, variables, Options.MaxObjects), plan, request.Root, cancellationToken);
    }

    private async ValueTask<GraphQLResponse> ExecuteAsync(
        OperationExecution execution, OperationPlan plan, object root, CancellationToken cancellationToken)
    {
        try
        {
            return plan.IsAsynchronous
                ? await ExecuteInTimeAsync(execution, root, cancellationToken)
                : Write(execution, await execution.RunAsync(root, cancellationToken));
        }
        catch (ExecutionAbortedException exception)
        {
            return Fail(exception.Error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What a resolver waited for gave up by itself, as a client of HTTP does at its own time limit.
            return Fail(ExecutionErrors.Internal());
        }
    }

    private async ValueTask<GraphQLResponse> ExecuteInTimeAsync(OperationExecution execution, object root, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Options.TimeLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // A resolver that does not look at its token must not keep the client waiting either.
            var frontier = await execution.RunAsync(root, both.Token).AsTask().WaitAsync(both.Token);
            return Write(execution, frontier);
        }
        catch (OperationCanceledException exception)
            when (exception is not ExecutionAbortedException && !cancellationToken.IsCancellationRequested && limit.IsCancellationRequested)
        {
            return Fail(ExecutionErrors.TimedOut(Options.TimeLimit));
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

    private GraphQLResponse Write(OperationExecution execution, Frontier frontier)
    {
        var writer = new ResponseWriter(Options.MaxResponseBytes);
        try
        {
            writer.Raw("{\"data\":"u8);
            if (!new DataWriter(writer).TryWriteObject(frontier, 0))
                writer.Null();
            var errors = execution.Errors;
            if (errors.Count > 0)
            {
                writer.Byte((byte)',');
                ErrorWriter.Write(errors, writer);
            }

            writer.Byte((byte)'}');
            return new GraphQLResponse(ResponseKind.Executed, writer, errors.Count > 0);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
        finally
        {
            frontier.Release();
        }
    }

    private GraphQLResponse Fail(GraphQLError error)
    {
        var writer = new ResponseWriter(Options.MaxResponseBytes);
        writer.Raw("{\"data\":null,"u8);
        ErrorWriter.Write([error], writer);
        writer.Byte((byte)'}');
        return new GraphQLResponse(ResponseKind.Executed, writer, hasErrors: true);
    }

    private static GraphQLResponse Refuse(IReadOnlyList<GraphQLError> errors, ResponseKind kind = ResponseKind.RequestError)
    {
        var writer = new ResponseWriter(int.MaxValue);
        writer.Byte((byte)'{');
        ErrorWriter.Write(errors, writer);
        writer.Byte((byte)'}');
        return new GraphQLResponse(kind, writer, hasErrors: true);
    }
}
