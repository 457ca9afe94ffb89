using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>Sends messages over a WebSocket, one after the other whoever sends.</summary>
/// <param name="socket">The WebSocket.</param>
/// <param name="gone">The connection has ended.</param>
internal sealed class WebSocketSender(WebSocket socket, CancellationToken gone) : IDisposable
{
    // The reason of a close frame has at most 123 bytes (RFC 6455, section 5.5).
    private const int MaxReasonBytes = 123;

    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TimeSpan _closeTimeout = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Sends a message of a type, with an id and a payload where it has them. Cancelled it is sent whole or not at all.</summary>
    public async Task SendAsync(string type, string? id, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>(payload.Length + 64);
        using (var writer = new Utf8JsonWriter(message, _json))
        {
            writer.WriteStartObject();
            if (id is not null)
                writer.WriteString("id", id);
            writer.WriteString("type", type);
            if (!payload.IsEmpty)
            {
                writer.WritePropertyName("payload");
                writer.WriteRawValue(payload.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            // A send that is cancelled on its way ends the connection, and with it all other operations.
            if (socket.State == WebSocketState.Open)
                await socket.SendAsync(message.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, gone);
        }
        catch (WebSocketException)
        {
            // The client has gone; the reader of the connection ends it.
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the connection and says why; without a word where the client takes nothing any more.</summary>
    public async Task CloseAsync(CloseCode code)
    {
        if (!await _turn.WaitAsync(_closeTimeout, CancellationToken.None))
        {
            socket.Abort();
            return;
        }

        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code.Code, Shorten(code.Reason), gone);
        }
        catch (WebSocketException)
        {
            // The client was quicker.
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Shorten(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes)
            reason = reason[..^(char.IsLowSurrogate(reason[^1]) ? 2 : 1)];
        return reason;
    }

    public void Dispose() => _turn.Dispose();
}
