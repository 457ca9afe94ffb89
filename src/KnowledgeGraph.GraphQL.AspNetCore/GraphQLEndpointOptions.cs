namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>How <see cref="GraphQLEndpoint"/> takes requests.</summary>
public sealed record GraphQLEndpointOptions
{
    /// <summary>How large a request's body may be, in bytes. The default is 1 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 1 << 20;
}
