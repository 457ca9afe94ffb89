using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>Answers GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/), WebSocket and server-sent events.</summary>
public static class GraphQLEndpoint
{
    private const string NotAcceptable = "Accept application/graphql-response+json, application/json, multipart/mixed or text/event-stream.";

    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers GET, POST and WebSocket at <paramref name="pattern"/>. Resolvers find the services of the HTTP request.</summary>
    /// <remarks>WebSocket needs <c>UseWebSockets()</c> before routing.</remarks>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern, GraphQLExecutor executor, GraphQLEndpointOptions? options = null)
    {
        var settings = options ?? new GraphQLEndpointOptions();
        return endpoints.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Post, HttpMethods.Connect], context =>
            context.WebSockets.IsWebSocketRequest
                ? WebSocketEndpoint.AnswerAsync(context, executor, settings)
                : AnswerAsync(context, executor, settings));
    }

    /// <summary>Answers a request that the caller has read, in the form that the client accepts.</summary>
    public static Task AnswerAsync(HttpContext context, GraphQLExecutor executor, GraphQLRequest request) =>
        HttpMediaTypes.Negotiate(context.Request) is { } type
            ? AnswerAsync(context, executor, request, type, new GraphQLEndpointOptions())
            : RefuseAsync(context, HttpMediaTypes.Default, StatusCodes.Status406NotAcceptable, NotAcceptable);

    private static async Task AnswerAsync(HttpContext context, GraphQLExecutor executor, GraphQLEndpointOptions options)
    {
        if (HttpMediaTypes.Negotiate(context.Request) is not { } type)
        {
            await RefuseAsync(context, HttpMediaTypes.Default, StatusCodes.Status406NotAcceptable, NotAcceptable);
            return;
        }

        try
        {
            var request = await HttpRequestReader.ReadAsync(context, options, maySubscribe: type.Parts == ResponseParts.Events);
            await AnswerAsync(context, executor, request, type, options);
        }
        catch (BadHttpGraphQLException exception)
        {
            await RefuseAsync(context, type, exception.StatusCode, exception.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to answer.
        }
    }

    private static Task AnswerAsync(
        HttpContext context, GraphQLExecutor executor, GraphQLRequest request, HttpMediaTypes type, GraphQLEndpointOptions options) => type.Parts switch
        {
            ResponseParts.Events => EventStreamResponse.SendAsync(
                context.Response, executor.StreamAsync(request, context.RequestAborted), options.KeepAlive, context.RequestAborted),
            ResponseParts.Multipart => SendPartsAsync(context, executor, request, type),
            _ => SendAsync(context, executor, request, type),
        };

    private static async Task SendAsync(HttpContext context, GraphQLExecutor executor, GraphQLRequest request, HttpMediaTypes type)
    {
        using var response = await executor.ExecuteAsync(request, context.RequestAborted);
        await SendAsync(context, response, type);
    }

    private static async Task SendPartsAsync(HttpContext context, GraphQLExecutor executor, GraphQLRequest request, HttpMediaTypes type)
    {
        await using var parts = executor.StreamAsync(request, context.RequestAborted).GetAsyncEnumerator(context.RequestAborted);
        await parts.MoveNextAsync();
        using var first = parts.Current;
        if (first.HasNext)
            await MultipartResponse.SendAsync(context.Response, first, parts, context.RequestAborted);
        else
            await SendAsync(context, first, type);
    }

    private static async Task SendAsync(HttpContext context, GraphQLResponse response, HttpMediaTypes type)
    {
        if (response.Kind == ResponseKind.MutationNotAllowed)
            context.Response.Headers.Allow = HttpMethods.Post;

        context.Response.StatusCode = StatusCode(response.Kind, type);
        context.Response.ContentType = type.ContentType;
        context.Response.ContentLength = response.Json.Length;
        await context.Response.Body.WriteAsync(response.Json, context.RequestAborted);
    }

    private static int StatusCode(ResponseKind kind, HttpMediaTypes type) => kind switch
    {
        ResponseKind.MutationNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ResponseKind.RequestError when type.UsesStatusCodes => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };

    private static Task RefuseAsync(HttpContext context, HttpMediaTypes type, int statusCode, string message)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = type.ContentType ?? HttpMediaTypes.Default.ContentType;
        var body = JsonSerializer.SerializeToUtf8Bytes(new { errors = new[] { new { message, extensions = new { code = "BAD_REQUEST" } } } }, _json);
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
