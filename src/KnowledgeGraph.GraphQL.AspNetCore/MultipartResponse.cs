using Microsoft.AspNetCore.Http;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>Sends an incremental response as <c>multipart/mixed</c>, a part as soon as it is known.</summary>
/// <seealso href="https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md"/>
internal static class MultipartResponse
{
    /// <param name="response">Where to.</param>
    /// <param name="first">The first part.</param>
    /// <param name="parts">The others.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public static async Task SendAsync(
        HttpResponse response, GraphQLResponse first, IAsyncEnumerator<GraphQLResponse> parts, CancellationToken cancellationToken)
    {
        response.ContentType = "multipart/mixed; boundary=\"-\"";
        await response.Body.WriteAsync("\r\n---\r\n"u8.ToArray(), cancellationToken);
        await SendAsync(response, first, cancellationToken);
        while (await parts.MoveNextAsync())
        {
            using var part = parts.Current;
            await SendAsync(response, part, cancellationToken);
        }
    }

    private static async Task SendAsync(HttpResponse response, GraphQLResponse part, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync("Content-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray(), cancellationToken);
        await response.Body.WriteAsync(part.Json, cancellationToken);

        // The boundary behind a part tells the client that the part is whole, so it goes with the part.
        await response.Body.WriteAsync(part.HasNext ? "\r\n---\r\n"u8.ToArray() : "\r\n-----\r\n"u8.ToArray(), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
