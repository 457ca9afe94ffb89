using System.Text.Json;
using KnowledgeGraph.GraphQL.Execution;

namespace KnowledgeGraph.GraphQL;

/// <summary>Finds the document that a request means: sent with it, trusted, or sent before.</summary>
internal sealed class DocumentLookup(GraphQLOptions options)
{
    private readonly PersistedQueries _persisted = new(options.MaxPersistedQueries);

    /// <exception cref="OperationRefusedException">The request names no document, an unknown one, or one that may not be asked for.</exception>
    public ReadOnlyMemory<byte> Find(GraphQLRequest request)
    {
        if (request.DocumentId is { } id)
            return FindTrusted(id, request);

        if (PersistedHashOf(request) is { } hash)
            return FindPersisted(hash.ToLowerInvariant(), request);

        if (request.Query.IsEmpty)
            throw Refuse(RequestErrors.NoDocument());

        return options.OnlyTrustedDocuments && !IsTrusted(request.Query) ? throw Refuse(RequestErrors.NotTrusted()) : request.Query;
    }

    private ReadOnlyMemory<byte> FindTrusted(string id, GraphQLRequest request)
    {
        if (!request.Query.IsEmpty)
            throw Refuse(RequestErrors.TwoDocuments());

        return options.TrustedDocuments is { } trusted && trusted.TryFind(id, out var document) ? document : throw Refuse(RequestErrors.UnknownDocument(id));
    }

    private ReadOnlyMemory<byte> FindPersisted(string hash, GraphQLRequest request)
    {
        if (options.TrustedDocuments is { } trusted && trusted.TryFind(hash, out var known))
            return known;
        if (options.OnlyTrustedDocuments)
            throw Refuse(RequestErrors.NotTrusted());
        if (!_persisted.IsOn)
            throw Refuse(RequestErrors.PersistedQueriesOff());

        if (request.Query.IsEmpty)
            return _persisted.TryFind(hash, out known) ? known : throw Refuse(RequestErrors.PersistedQueryNotFound());
        if (TrustedDocuments.HashOf(request.Query.Span) != hash)
            throw Refuse(RequestErrors.WrongHash());

        _persisted.Add(hash, request.Query.ToArray());
        return request.Query;
    }

    private bool IsTrusted(ReadOnlyMemory<byte> document) => options.TrustedDocuments?.Contains(document.Span) ?? false;

    private static string? PersistedHashOf(GraphQLRequest request) =>
        request.Extensions.ValueKind == JsonValueKind.Object
        && request.Extensions.TryGetProperty("persistedQuery", out var persisted)
        && persisted.ValueKind == JsonValueKind.Object
        && persisted.TryGetProperty("sha256Hash", out var hash)
        && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : null;

    private static OperationRefusedException Refuse(GraphQLError error) => new(error);
}
