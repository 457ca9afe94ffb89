using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>The media types of the response, by what the client accepts.</summary>
/// <param name="ContentType">The type of a single response; null where the client wants a stream of events.</param>
/// <param name="UsesStatusCodes">Whether the status code tells how far the request came.</param>
/// <param name="Parts">How a response in several parts is sent; null where the client takes none.</param>
/// <remarks>GraphQL over HTTP, "Media Types" (https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types).</remarks>
internal sealed record HttpMediaTypes(string? ContentType, bool UsesStatusCodes, ResponseParts? Parts = null)
{
    private const int MaxKnown = 256;

    /// <summary>The media type of GraphQL: the status code tells how far the request came.</summary>
    private static readonly HttpMediaTypes _graphQL = new("application/graphql-response+json; charset=utf-8", UsesStatusCodes: true);

    /// <summary>What clients took before: a well-formed request gets 200, whatever its outcome.</summary>
    private static readonly HttpMediaTypes _json = new("application/json; charset=utf-8", UsesStatusCodes: false);

    private static readonly HttpMediaTypes _events = new(null, UsesStatusCodes: false, ResponseParts.Events);

    // Clients say the same again and again.
    private static readonly ConcurrentDictionary<string, HttpMediaTypes?> _known = new(StringComparer.Ordinal);

    public static HttpMediaTypes Default => _json;

    /// <summary>The best types that the client accepts, or <see langword="null"/> where it accepts none of ours.</summary>
    public static HttpMediaTypes? Negotiate(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0)
            return _json;
        if (accept is not [{ Length: < 256 } header])
            return Negotiate(accept);
        if (_known.TryGetValue(header, out var known))
            return known;

        var types = Negotiate(accept);
        if (_known.Count < MaxKnown)
            _known.TryAdd(header, types);
        return types;
    }

    private static HttpMediaTypes? Negotiate(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var accepted))
            return null;

        var acceptable = accepted
            .OrderByDescending(type => type.Quality ?? 1)
            .Where(type => type.Quality != 0 && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            .ToList();

        // Parts are for what has several: a single response goes out as the best of the other types.
        var single = acceptable.Select(Of).FirstOrDefault(type => type is not null);
        if (single?.Parts is null && acceptable.Exists(IsMultipart))
            return (single ?? _json) with { Parts = ResponseParts.Multipart };

        return single;
    }

    private static HttpMediaTypes? Of(MediaTypeHeaderValue type) => type.MediaType.Value?.ToLowerInvariant() switch
    {
        "application/graphql-response+json" => _graphQL,
        "application/json" or "application/*" or "*/*" => _json,
        "text/event-stream" => _events,
        _ => null,
    };

    // The parts of 2022 have another form; who asks for them gets the whole response at once, which is right in every form.
    private static bool IsMultipart(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase)
        && !type.Parameters.Any(parameter => parameter.Name.Equals("deferSpec", StringComparison.OrdinalIgnoreCase) && parameter.Value == "20220824");
}

/// <summary>How several responses are sent as one.</summary>
internal enum ResponseParts
{
    /// <summary><c>multipart/mixed</c>, for incremental responses.</summary>
    Multipart,

    /// <summary><c>text/event-stream</c>, for these and for subscriptions.</summary>
    Events,
}
