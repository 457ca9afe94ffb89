namespace KnowledgeGraph.GraphQL;

/// <summary>Everything that can be wrong with a request as a whole, in one place and in one voice.</summary>
internal static class RequestErrors
{
    public static GraphQLError MutationNotAllowed() => new("A mutation must be sent by POST.") { Code = "MUTATION_NOT_ALLOWED" };

    public static GraphQLError SubscriptionNotHere() =>
        new("A subscription needs a connection that stays open: WebSocket or server-sent events.") { Code = "SUBSCRIPTION_NOT_ALLOWED" };
}
