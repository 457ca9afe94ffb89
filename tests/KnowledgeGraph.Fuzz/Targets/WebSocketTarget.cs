using KnowledgeGraph.GraphQL.AspNetCore;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>Messages of the WebSocket protocol, in frames of any size.</summary>
internal sealed class WebSocketTarget : FuzzTarget
{
    private const int MaxBytes = 2_048;

    public override string Name => "websocket";

    public override IReadOnlyList<byte[]> Seeds { get; } = Texts.Bytes(
        """{"type": "connection_init", "payload": {"token": "x"}}""",
        """{"type": "subscribe", "id": "1", "payload": {"query": "subscription { renamed { id } }", "variables": {"a": [1]}}}""",
        """{"id": "1", "type": "complete"}""",
        """{"type": "ping", "payload": null}""");

    public override IReadOnlyList<byte[]> Words { get; } = Texts.Bytes(
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud83d", "\\u0000", "null", "1", "\"type\":", "\"id\":", "\"payload\":", "\"subscribe\"", "\"pong\"", "{\"a\":", "[[", "\"query\":", "\"x\"", " ");

    public override void Run(byte[] input)
    {
        using var socket = new FramedSocket(input);
        var reader = new WebSocketReader(socket, MaxBytes);
        try
        {
            while (reader.ReadAsync().GetAwaiter().GetResult() is { } message)
            {
                if (message.Type == "subscribe")
                    RequestParameters.Read(message.RawPayload.Span, "The payload");
            }
        }
        catch (CloseException)
        {
            // The documented answer to what is no message.
        }
        catch (BadHttpGraphQLException)
        {
            // The same, for what is no request.
        }
    }
}
