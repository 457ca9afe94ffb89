using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>One connection of graphql-transport-ws: any number of operations at once, each under an id that the client chose.</summary>
internal sealed partial class WebSocketConnection(
    HttpContext context, WebSocket socket, WebSocketSender sender, GraphQLExecutor executor, GraphQLEndpointOptions options)
{
    private static readonly TimeSpan _closeTimeout = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, RunningOperation> _operations = new(StringComparer.Ordinal);
    private readonly WebSocketReader _reader = new(socket, options.MaxBodyBytes);
    private readonly long _began = Stopwatch.GetTimestamp();
    private bool _isInitialised;
    private bool _isAcknowledged;

    /// <summary>Answers until the client leaves, breaks the protocol, or the server stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await AnswerAsync(ending.Token);
        }
        catch (CloseException exception)
        {
            await CloseAsync(exception.Code);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            await CloseAsync(CloseCode.GoingAway);
        }
        catch (WebSocketException)
        {
            // The client has gone without a word.
        }
        catch (Exception exception)
        {
            Failed(context.RequestServices.GetRequiredService<ILogger<WebSocketConnection>>(), exception);
            await CloseAsync(CloseCode.InternalError);
        }
        finally
        {
            foreach (var operation in _operations.Values)
                operation.Cancel();
        }
    }

    private async Task CloseAsync(CloseCode code)
    {
        await sender.CloseAsync(code);

        // A client that still sends would have the connection reset, and lose the code.
        await _reader.DrainAsync(_closeTimeout);
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } message)
            await AnswerAsync(message, cancellationToken);
    }

    private async Task<WebSocketMessage?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            var left = options.ConnectionInitTimeout - Stopwatch.GetElapsedTime(_began);
            var limit = _isInitialised ? Timeout.InfiniteTimeSpan : left > TimeSpan.Zero ? left : TimeSpan.Zero;
            return await _reader.ReadAsync().WaitAsync(limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new CloseException(CloseCode.InitialisationTimeout);
        }
    }

    private Task AnswerAsync(WebSocketMessage message, CancellationToken cancellationToken)
    {
        switch (message.Type)
        {
            case "connection_init":
                return InitialiseAsync(message, cancellationToken);
            case "ping":
                return sender.SendAsync("pong", null, message.RawPayload, cancellationToken);
            case "pong":
                return Task.CompletedTask;
            case "subscribe":
                Subscribe(message, cancellationToken);
                return Task.CompletedTask;
            case "complete":
                if (_operations.TryRemove(message.Id, out var operation))
                    operation.Cancel();
                return Task.CompletedTask;
            default:
                throw new CloseException(CloseCode.BadMessage("Invalid message received"));
        }
    }

    private async Task InitialiseAsync(WebSocketMessage message, CancellationToken cancellationToken)
    {
        if (_isInitialised)
            throw new CloseException(CloseCode.TooManyInitialisations);

        _isInitialised = true;
        if (!await options.Admit(context, message.Payload))
            throw new CloseException(CloseCode.Forbidden);

        await sender.SendAsync("connection_ack", null, default, cancellationToken);
        _isAcknowledged = true;
    }

    private void Subscribe(WebSocketMessage message, CancellationToken cancellationToken)
    {
        if (!_isAcknowledged)
            throw new CloseException(CloseCode.Unauthorized);

        var request = RequestOf(message);
        var operation = new RunningOperation(cancellationToken);
        if (!_operations.TryAdd(message.Id, operation))
        {
            operation.Dispose();
            throw new CloseException(CloseCode.SubscriberExists(message.Id));
        }

        _ = OperateAsync(message.Id, request, operation, isOneTooMany: _operations.Count > options.MaxOperationsPerConnection);
    }

    private GraphQLRequest RequestOf(WebSocketMessage message)
    {
        try
        {
            return RequestParameters.Read(message.RawPayload.Span, "The payload").ToRequest(context, maySubscribe: true, mayMutate: true);
        }
        catch (BadHttpGraphQLException exception)
        {
            throw new CloseException(CloseCode.BadMessage(exception.Message));
        }
    }

    private async Task OperateAsync(string id, GraphQLRequest request, RunningOperation operation, bool isOneTooMany)
    {
        try
        {
            await Task.Yield();
            if (isOneTooMany)
                await RefuseAsync(id, operation, WebSocketErrors.TooManyOperations(options.MaxOperationsPerConnection));
            else
                await StreamAsync(id, request, operation);
        }
        catch (OperationCanceledException) when (operation.Token.IsCancellationRequested)
        {
            // The client is done with it, or the connection is.
        }
        catch (Exception exception)
        {
            Failed(context.RequestServices.GetRequiredService<ILogger<WebSocketConnection>>(), exception);
            await sender.CloseAsync(CloseCode.InternalError);
        }
        finally
        {
            Forget(id, operation);
            operation.Dispose();
        }
    }

    private async Task StreamAsync(string id, GraphQLRequest request, RunningOperation operation)
    {
        await foreach (var response in executor.StreamAsync(request, operation.Token))
        {
            using (response)
            {
                if (response.Kind != ResponseKind.Executed)
                {
                    await RefuseAsync(id, operation, WebSocketErrors.Of(response));
                    return;
                }

                await sender.SendAsync("next", id, response.Json, operation.Token);
            }
        }

        // The id is free before the client hears that it is.
        if (Forget(id, operation))
            await sender.SendAsync("complete", id, default, operation.Token);
    }

    private Task RefuseAsync(string id, RunningOperation operation, ReadOnlyMemory<byte> errors) =>
        Forget(id, operation) ? sender.SendAsync("error", id, errors, operation.Token) : Task.CompletedTask;

    private bool Forget(string id, RunningOperation operation) => _operations.TryRemove(KeyValuePair.Create(id, operation));

    [LoggerMessage(LogLevel.Error, "An operation over WebSocket failed.")]
    private static partial void Failed(ILogger logger, Exception exception);
}
