namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>Why the server closes a WebSocket: the codes of graphql-transport-ws, and two of RFC 6455.</summary>
internal sealed record CloseCode(int Code, string Reason)
{
    public static CloseCode GoingAway { get; } = new(1001, "Going away");

    public static CloseCode MessageTooBig { get; } = new(1009, "Message too big");

    public static CloseCode Unauthorized { get; } = new(4401, "Unauthorized");

    public static CloseCode Forbidden { get; } = new(4403, "Forbidden");

    public static CloseCode SubprotocolNotAcceptable { get; } = new(4406, "Subprotocol not acceptable");

    public static CloseCode InitialisationTimeout { get; } = new(4408, "Connection initialisation timeout");

    public static CloseCode TooManyInitialisations { get; } = new(4429, "Too many initialisation requests");

    public static CloseCode InternalError { get; } = new(4500, "Internal server error");

    public static CloseCode BadMessage(string what) => new(4400, what);

    public static CloseCode SubscriberExists(string id) => new(4409, $"Subscriber for {id} already exists");
}

/// <summary>The connection ends, and why.</summary>
internal sealed class CloseException(CloseCode code) : Exception(code.Reason)
{
    public CloseCode Code { get; } = code;
}
