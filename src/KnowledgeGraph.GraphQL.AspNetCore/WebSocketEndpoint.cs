using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>Takes a WebSocket in and answers on it by the protocol graphql-transport-ws.</summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
internal static class WebSocketEndpoint
{
    private const string Protocol = "graphql-transport-ws";

    public static async Task AnswerAsync(HttpContext context, GraphQLExecutor executor, GraphQLEndpointOptions options)
    {
        if (!IsOriginAllowed(context.Request, options))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var speaksOurs = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(speaksOurs ? Protocol : null);
        using var sender = new WebSocketSender(socket, context.RequestAborted);
        if (!speaksOurs)
        {
            await sender.CloseAsync(CloseCode.SubprotocolNotAcceptable);
            return;
        }

        var stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        await new WebSocketConnection(context, socket, sender, executor, options).RunAsync(stopping);
    }

    private static bool IsOriginAllowed(HttpRequest request, GraphQLEndpointOptions options)
    {
        // Programs send no origin; browsers always do.
        if (request.Headers.Origin is not [{ Length: > 0 } origin])
            return true;

        return options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
