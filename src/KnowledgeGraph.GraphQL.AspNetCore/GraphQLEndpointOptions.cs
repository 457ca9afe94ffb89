using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>How <see cref="GraphQLEndpoint"/> takes requests.</summary>
public sealed record GraphQLEndpointOptions
{
    /// <summary>How large a request's body, or a message over WebSocket, may be, in bytes. The default is 1 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 1 << 20;

    /// <summary>How often a stream of events says that it is alive. The default is 12 seconds.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client over WebSocket may take to send <c>connection_init</c>. The default is 3 seconds.</summary>
    public TimeSpan ConnectionInitTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How many operations may run at once over one WebSocket. The default is 100.</summary>
    public int MaxOperationsPerConnection { get; init; } = 100;

    /// <summary>Whether a client over WebSocket is let in, by the payload of its <c>connection_init</c>. The default lets everybody in.</summary>
    public Func<HttpContext, JsonElement, ValueTask<bool>> Admit { get; init; } = (_, _) => ValueTask.FromResult(true);

    /// <summary>The origins, such as <c>https://example.org</c>, whose pages may open a WebSocket, besides the server's own.</summary>
    /// <remarks>Browsers let every page open a WebSocket, with the cookies of the user: so the server has to ask.</remarks>
    public IReadOnlyCollection<string> AllowedOrigins { get; init; } = [];
}
