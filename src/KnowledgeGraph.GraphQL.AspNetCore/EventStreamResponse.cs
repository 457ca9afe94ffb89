using Microsoft.AspNetCore.Http;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>Sends responses as server-sent events, one connection an operation.</summary>
/// <seealso href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode"/>
internal static class EventStreamResponse
{
    /// <param name="response">Where to.</param>
    /// <param name="responses">What is sent.</param>
    /// <param name="keepAlive">How long the connection may be silent.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public static async Task SendAsync(
        HttpResponse response, IAsyncEnumerable<GraphQLResponse> responses, TimeSpan keepAlive, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        await response.Body.FlushAsync(cancellationToken);

        await using var enumerator = responses.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(response, enumerator, keepAlive, cancellationToken))
        {
            using var next = enumerator.Current;
            await response.Body.WriteAsync("event: next\ndata: "u8.ToArray(), cancellationToken);
            await response.Body.WriteAsync(next.Json, cancellationToken);
            await response.Body.WriteAsync("\n\n"u8.ToArray(), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }

        await response.Body.WriteAsync("event: complete\ndata: \n\n"u8.ToArray(), cancellationToken);
    }

    private static async Task<bool> NextAsync(
        HttpResponse response, IAsyncEnumerator<GraphQLResponse> responses, TimeSpan keepAlive, CancellationToken cancellationToken)
    {
        var next = responses.MoveNextAsync().AsTask();
        while (true)
        {
            try
            {
                return await next.WaitAsync(keepAlive, CancellationToken.None);
            }
            catch (TimeoutException) when (!next.IsCompleted)
            {
                await response.Body.WriteAsync(":\n\n"u8.ToArray(), cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
            }
        }
    }
}
