namespace KnowledgeGraph.GraphQL;

/// <summary>Everything that can be wrong with a request as a whole, in one place and in one voice.</summary>
internal static class RequestErrors
{
    public static GraphQLError MutationNotAllowed() => new("A mutation must be sent by POST.") { Code = "MUTATION_NOT_ALLOWED" };

    public static GraphQLError SubscriptionNotHere() =>
        new("A subscription needs a connection that stays open: WebSocket or server-sent events.") { Code = "SUBSCRIPTION_NOT_ALLOWED" };

    public static GraphQLError NoDocument() => new("'query' is missing.") { Code = "BAD_REQUEST" };

    public static GraphQLError TwoDocuments() => new("Send 'documentId' or 'query', not both.") { Code = "BAD_REQUEST" };

    public static GraphQLError UnknownDocument(string id) => new($"There is no document '{id}'.") { Code = "DOCUMENT_NOT_FOUND" };

    public static GraphQLError NotTrusted() => new("Only trusted documents are answered here.") { Code = "DOCUMENT_NOT_TRUSTED" };

    // Clients know these three by their words.
    public static GraphQLError PersistedQueryNotFound() => new("PersistedQueryNotFound") { Code = "PERSISTED_QUERY_NOT_FOUND" };

    public static GraphQLError PersistedQueriesOff() => new("PersistedQueryNotSupported") { Code = "PERSISTED_QUERY_NOT_SUPPORTED" };

    public static GraphQLError WrongHash() => new("provided sha does not match query") { Code = "BAD_REQUEST" };

    public static GraphQLError TooCostly(string kind, double cost, double limit) =>
        new(FormattableString.Invariant($"The operation may have a {kind} cost of {cost}; {limit} is allowed.")) { Code = "COST_TOO_HIGH" };
}
