using System.Net.WebSockets;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>A client that sends some bytes as one message, twice, and closes. How they are cut into frames depends on the bytes.</summary>
internal sealed class FramedSocket(byte[] message) : WebSocket
{
    private int _at;
    private int _sent;

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => WebSocketState.Open;

    public override string? SubProtocol => null;

    public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_sent == 2)
            return ValueTask.FromResult(new ValueWebSocketReceiveResult(0, WebSocketMessageType.Close, endOfMessage: true));

        var frame = 1 + (message.Length == 0 ? 0 : message[^1] % 97);
        var count = Math.Min(Math.Min(frame, buffer.Length), message.Length - _at);
        message.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        var isEnd = _at == message.Length;
        if (isEnd)
        {
            _at = 0;
            _sent++;
        }

        return ValueTask.FromResult(new ValueWebSocketReceiveResult(count, WebSocketMessageType.Text, isEnd));
    }

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Abort()
    {
    }

    public override void Dispose()
    {
    }
}
