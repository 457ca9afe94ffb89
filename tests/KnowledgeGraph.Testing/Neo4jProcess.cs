using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KnowledgeGraph.Testing;

/// <summary>A Neo4j in a temporary folder, on free ports, which may be killed and started again.</summary>
internal sealed class Neo4jProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("knowledge-graph-neo4j-");
    private readonly string _program;
    private readonly string[] _arguments;
    private readonly HttpClient _http = new();
    private Process? _process;

    /// <param name="program">The script that starts it.</param>
    /// <param name="password">The password of its first user.</param>
    /// <param name="settings">Lines of its configuration.</param>
    public Neo4jProcess(string program, string password, params IEnumerable<string> settings)
    {
        var (bolt, http) = (FreePort(), FreePort());
        _program = program;
        _arguments =
        [
            "start", "--home", _home.FullName, "--bolt", $"{bolt}", "--http", $"{http}", "--password", password, "--heap", "512m",
            .. settings.SelectMany(setting => (string[])["--set", setting]),
        ];
        Address = new Uri($"http://127.0.0.1:{http}/");
    }

    public Uri Address { get; }

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(_program, _arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"Neo4j ended with {_process.ExitCode} when it was started.");

            try
            {
                using var response = await _http.GetAsync(Address);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException("Neo4j did not start within two minutes.");
    }

    /// <summary>Kills it, as a lack of memory or of power does: it is told nothing.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;

        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _http.Dispose();
        _home.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
