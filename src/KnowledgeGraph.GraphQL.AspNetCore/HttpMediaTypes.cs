using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>The media type of a response, by what the client accepts.</summary>
/// <remarks>GraphQL over HTTP, "Media Types" (https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types).</remarks>
internal sealed record HttpMediaTypes(string ContentType, bool UsesStatusCodes)
{
    /// <summary>The media type of GraphQL: the status code tells how far the request came.</summary>
    private static readonly HttpMediaTypes _graphQL = new("application/graphql-response+json; charset=utf-8", UsesStatusCodes: true);

    /// <summary>What clients took before: a well-formed request gets 200, whatever its outcome.</summary>
    private static readonly HttpMediaTypes _json = new("application/json; charset=utf-8", UsesStatusCodes: false);

    public static HttpMediaTypes Default => _json;

    /// <summary>The best type that the client accepts, or <see langword="null"/> where it accepts none of ours.</summary>
    public static HttpMediaTypes? Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
            return _json;

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            return null;

        return accepted
            .OrderByDescending(type => type.Quality ?? 1)
            .Where(type => type.Quality != 0 && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            .Select(Of)
            .FirstOrDefault(type => type is not null);
    }

    private static HttpMediaTypes? Of(MediaTypeHeaderValue type) => type.MediaType.Value?.ToLowerInvariant() switch
    {
        "application/graphql-response+json" => _graphQL,
        "application/json" or "application/*" or "*/*" => _json,
        _ => null,
    };
}
