using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>A message from the client.</summary>
/// <param name="Type">What it says.</param>
/// <param name="Id">The operation that it is about; empty where it is about none.</param>
/// <param name="Payload">What goes with it; undefined where nothing does.</param>
internal sealed record WebSocketMessage(string Type, string Id, JsonElement Payload)
{
    public ReadOnlyMemory<byte> RawPayload =>
        Payload.ValueKind == JsonValueKind.Undefined ? default : JsonMarshal.GetRawUtf8Value(Payload).ToArray();
}

/// <summary>Reads the messages of a client from a WebSocket.</summary>
internal sealed class WebSocketReader(WebSocket socket, int maxBytes)
{
    private readonly byte[] _buffer = new byte[4096];
    private Task<WebSocketMessage?> _next = Task.FromResult<WebSocketMessage?>(null);

    /// <summary>Reads the next message. It cannot be cancelled, for then nothing could be sent any more.</summary>
    /// <returns>The message, or <see langword="null"/> when the client closed the connection.</returns>
    /// <exception cref="CloseException">It is no message of the protocol.</exception>
    public Task<WebSocketMessage?> ReadAsync() => _next = ReceiveAsync();

    /// <summary>Reads and forgets until the client closes the connection as well.</summary>
    public async Task DrainAsync(TimeSpan limit)
    {
        try
        {
            var until = Task.Delay(limit);
            while (!until.IsCompleted && socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                if (_next.IsCompleted)
                    _next = SkipAsync();
                await Task.WhenAny(_next, until);
            }
        }
        catch (WebSocketException)
        {
            // The client has gone.
        }
    }

    private async Task<WebSocketMessage?> SkipAsync()
    {
        await socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
        return null;
    }

    private async Task<WebSocketMessage?> ReceiveAsync()
    {
        var text = new ArrayBufferWriter<byte>();
        while (true)
        {
            var received = await socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                if (socket.State == WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                return null;
            }

            if (received.MessageType == WebSocketMessageType.Binary)
                throw Bad("Send text messages");
            if (text.WrittenCount + received.Count > maxBytes)
                throw new CloseException(CloseCode.MessageTooBig);

            text.Write(_buffer.AsSpan(0, received.Count));
            if (received.EndOfMessage)
                return Parse(text.WrittenMemory);
        }
    }

    private static WebSocketMessage Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });
            return MessageOf(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw Bad("Invalid message received: no JSON in UTF-8");
        }
        catch (InvalidOperationException)
        {
            // An escape that is half of a character is JSON and yet no text, in names as well as in values.
            throw Bad("Invalid message received: not in UTF-8");
        }
    }

    private static WebSocketMessage MessageOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "type") is not { } type)
            throw Bad("Invalid message received");

        var id = Text(root, "id") ?? "";
        if (type is "subscribe" or "complete" && id.Length == 0)
            throw Bad("Invalid message received: 'id' is missing");

        root.TryGetProperty("payload", out var payload);
        if (type is not "subscribe" && payload.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
            throw Bad("Invalid message received: 'payload' is no object");
        return new WebSocketMessage(type, id, payload.ValueKind == JsonValueKind.Null ? default : payload);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static CloseException Bad(string what) => new(CloseCode.BadMessage(what));
}
