using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>Answers GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/).</summary>
public static class GraphQLEndpoint
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers GET and POST at <paramref name="pattern"/>. Resolvers find the services of the HTTP request.</summary>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern, GraphQLExecutor executor, GraphQLEndpointOptions? options = null)
    {
        var settings = options ?? new GraphQLEndpointOptions();
        return endpoints.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Post], context => AnswerAsync(context, executor, settings));
    }

    private static async Task AnswerAsync(HttpContext context, GraphQLExecutor executor, GraphQLEndpointOptions options)
    {
        if (HttpMediaTypes.Negotiate(context.Request) is not { } type)
        {
            await RefuseAsync(context, HttpMediaTypes.Default, StatusCodes.Status406NotAcceptable, "Accept application/graphql-response+json or application/json.");
            return;
        }

        try
        {
            var request = await HttpRequestReader.ReadAsync(context, options);
            using var response = await executor.ExecuteAsync(request, context.RequestAborted);
            if (response.Kind == ResponseKind.MutationNotAllowed)
                context.Response.Headers.Allow = HttpMethods.Post;

            context.Response.StatusCode = StatusCode(response.Kind, type);
            context.Response.ContentType = type.ContentType;
            context.Response.ContentLength = response.Json.Length;
            await context.Response.Body.WriteAsync(response.Json, context.RequestAborted);
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

    private static int StatusCode(ResponseKind kind, HttpMediaTypes type) => kind switch
    {
        ResponseKind.MutationNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ResponseKind.RequestError when type.UsesStatusCodes => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };

    private static Task RefuseAsync(HttpContext context, HttpMediaTypes type, int statusCode, string message)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = type.ContentType;
        var body = JsonSerializer.SerializeToUtf8Bytes(new { errors = new[] { new { message, extensions = new { code = "BAD_REQUEST" } } } }, _json);
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
