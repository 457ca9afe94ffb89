using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>A server that answers each request of the Query API as a test wants it to.</summary>
internal sealed class StubServer : IDisposable
{
    /// <summary>What the server of our tests answers when it is asked for its version.</summary>
    public const string Version = """{"data":{"fields":["versions[0]"],"values":[["5.26.30"]]}}""";

    public const string Nothing = """{"data":{"fields":[],"values":[]}}""";

    private readonly HttpListener _listener = new();
    private readonly Func<string, string?, string> _answer;

    /// <param name="answer">What is answered to a path and a statement.</param>
    public StubServer(Func<string, string?, string> answer)
    {
        _answer = answer;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public static string Error(string code, string message = "As the server words it.") =>
        JsonSerializer.Serialize(new { errors = (object[])[new { code, message }] });

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = await JsonDocument.ParseAsync(context.Request.HasEntityBody ? context.Request.InputStream : new MemoryStream("{}"u8.ToArray()));
                var statement = body.RootElement.TryGetProperty("statement", out var value) ? value.GetString() : null;
                context.Response.StatusCode = (int)HttpStatusCode.Accepted;
                context.Response.Close(Encoding.UTF8.GetBytes(_answer(context.Request.Url!.AbsolutePath, statement)), willBlock: false);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test has its answer.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
