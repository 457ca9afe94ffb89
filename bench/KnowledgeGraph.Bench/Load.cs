using System.Net.Http.Headers;

namespace KnowledgeGraph.Bench;

/// <summary>Requests from sixteen connections at once, and what they cost the server.</summary>
internal static class Load
{
    private const int Connections = 16;

    /// <summary>Microseconds of the server's processor time a request, once for each run.</summary>
    public static async Task<double[]> MeasureAsync(
        ServerProcess server, string path, string body, TimeSpan warmUp, TimeSpan run, int runs, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var address = new Uri(server.Address, path);
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        await RunAsync(http, address, bytes, warmUp, cancellationToken);
        var costs = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var before = server.ProcessorTime;
            var requests = await RunAsync(http, address, bytes, run, cancellationToken);
            costs[i] = (server.ProcessorTime - before).TotalMicroseconds / requests;
        }

        return costs;
    }

    /// <summary>The body of one answer.</summary>
    public static async Task<string> AskAsync(ServerProcess server, string path, string body, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsync(new Uri(server.Address, path), Content(System.Text.Encoding.UTF8.GetBytes(body)), cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    private static async Task<long> RunAsync(HttpClient http, Uri address, byte[] body, TimeSpan time, CancellationToken cancellationToken)
    {
        var end = TimeProvider.System.GetTimestamp() + (long)(time.TotalSeconds * TimeProvider.System.TimestampFrequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(ConnectionAsync, cancellationToken)));
        return counts.Sum();

        async Task<long> ConnectionAsync()
        {
            var count = 0L;
            var buffer = new byte[64 * 1024];
            while (TimeProvider.System.GetTimestamp() < end)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Content(body) };
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                response.EnsureSuccessStatusCode();
                await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
                while (await stream.ReadAsync(buffer, cancellationToken) > 0)
                {
                    // The client does as little as it can.
                }

                count++;
            }

            return count;
        }
    }

    private static ByteArrayContent Content(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
