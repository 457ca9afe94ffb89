using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>What a bad line does to one request.</summary>
internal enum LineFault
{
    /// <summary>The connection is reset before the request is passed on.</summary>
    ResetBefore,

    /// <summary>The server has done what it was asked, and the connection is reset instead of its answer.</summary>
    ResetAfter,

    /// <summary>No answer comes.</summary>
    Stall,

    /// <summary>The answer ends in its middle.</summary>
    Cut,

    /// <summary>The answer is no HTTP.</summary>
    Garbage,

    /// <summary>A gateway says that the server is not available.</summary>
    Unavailable,
}

/// <summary>A line to a server on which the requests chosen meet a fault.</summary>
internal sealed class FaultyLine : IDisposable
{
    private static readonly byte[] _garbage = Encoding.ASCII.GetBytes("\0\u0001 no answer at all\r\n\r\n");

    private static readonly byte[] _unavailable =
        Encoding.ASCII.GetBytes("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: 15\r\nConnection: close\r\n\r\n<h1>Later.</h1>");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly Func<int, string, LineFault?> _choose;
    private int _requests;
    private int _faults;

    /// <param name="server">Where the line leads.</param>
    /// <param name="choose">The fault that the n-th request meets, whose first line it is told; null for none.</param>
    public FaultyLine(Uri server, Func<int, string, LineFault?> choose)
    {
        (_server, _choose) = (server, choose);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many faults were met.</summary>
    public int Faults => _faults;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The line is taken down.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, _end.Token);
            while (await ReadMessageAsync(near.GetStream()) is { } request)
            {
                var fault = _choose(Interlocked.Increment(ref _requests), Encoding.Latin1.GetString(request, 0, Array.IndexOf(request, (byte)'\r')));
                if (fault is not null)
                    Interlocked.Increment(ref _faults);

                if (fault is LineFault.ResetBefore or LineFault.Garbage or LineFault.Unavailable)
                {
                    if (fault != LineFault.ResetBefore)
                        await near.GetStream().WriteAsync(fault == LineFault.Garbage ? _garbage : _unavailable, _end.Token);
                    else
                        near.LingerState = new LingerOption(enable: true, seconds: 0);
                    return;
                }

                await far.GetStream().WriteAsync(request, _end.Token);
                if (await ReadMessageAsync(far.GetStream()) is not { } answer)
                    return;

                if (fault == LineFault.Stall)
                    await Task.Delay(Timeout.Infinite, _end.Token);
                else if (fault == LineFault.ResetAfter)
                    near.LingerState = new LingerOption(enable: true, seconds: 0);
                else
                    await near.GetStream().WriteAsync(fault == LineFault.Cut ? answer.AsMemory(0, answer.Length - 3) : answer, _end.Token);

                if (fault is not null)
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of both ends hung up.
        }
    }

    /// <summary>Reads a request or an answer to its end, which its length or its last chunk tells.</summary>
    private async Task<byte[]?> ReadMessageAsync(NetworkStream stream)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var end = -1;
        while (end < 0 || message.Length < end)
        {
            var read = await stream.ReadAsync(buffer, _end.Token);
            if (read == 0)
                return null;

            message.Write(buffer, 0, read);
            var text = Encoding.Latin1.GetString(message.GetBuffer(), 0, (int)message.Length);
            var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            if (body < 4)
                continue;

            const string Length = "content-length:";
            var at = text.IndexOf(Length, 0, body, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                end = body + int.Parse(text[(at + Length.Length)..text.IndexOf('\r', at)]);
            else if (!text[..body].Contains("chunked", StringComparison.OrdinalIgnoreCase) || text.EndsWith("0\r\n\r\n", StringComparison.Ordinal))
                end = (int)message.Length;
        }

        return message.ToArray();
    }
}
