using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace KnowledgeGraph.Testing;

/// <summary>A live Neo4j for the tests of one assembly: that of <c>KG_TEST_NEO4J</c>, else one started in a temporary folder.</summary>
public sealed class Neo4jServer : IAsyncLifetime
{
    private const string HowToGetOne =
        "These tests need a Neo4j server: set KG_TEST_NEO4J to the URL of one that may be emptied, with NEO4J_USER and NEO4J_PASSWORD (docker compose up neo4j).";

    private readonly HttpClient _http = new();
    private DirectoryInfo? _home;
    private Process? _process;
    private Uri? _address;

    public Uri Address => Requirement.Of(_address, HowToGetOne);

    public string User { get; } = Environment.GetEnvironmentVariable("NEO4J_USER") ?? "neo4j";

    public string Password { get; } = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "knowledge-graph";

    public async ValueTask InitializeAsync()
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        if (Environment.GetEnvironmentVariable("KG_TEST_NEO4J") is { Length: > 0 } given)
            _address = new Uri(given);
        else if (Repository.Shared("neo4j/neo4j") is { } program)
            await StartAsync(program);
    }

    /// <summary>Takes everything out of the database.</summary>
    /// <remarks>In parts: a large graph is too much for one transaction.</remarks>
    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await DeleteAsync("MATCH ()-[x]->()", 50_000, cancellationToken);
        await DeleteAsync("MATCH (x) WHERE NOT x:Migration", 20_000, cancellationToken);
    }

    public async Task RunAsync(string statement, CancellationToken cancellationToken) => await ReadAsync(statement, cancellationToken);

    /// <summary>The first value of the first row of an answer, as JSON; undefined where there is none.</summary>
    public async Task<JsonElement> ReadAsync(string statement, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(Address, "db/neo4j/query/v2"), new { statement }, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        if (answer.TryGetProperty("errors", out var errors))
            throw new InvalidOperationException($"{errors}");

        var rows = answer.GetProperty("data").GetProperty("values");
        return rows.GetArrayLength() > 0 ? rows[0][0] : default;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _home?.Delete(recursive: true);
    }

    private async Task DeleteAsync(string what, int atOnce, CancellationToken cancellationToken)
    {
        while ((await ReadAsync($"{what} WITH x LIMIT {atOnce} DELETE x RETURN count(*)", cancellationToken)).GetInt32() == atOnce)
        {
            // More is left.
        }
    }

    private async Task StartAsync(string program)
    {
        _home = Directory.CreateTempSubdirectory("knowledge-graph-neo4j-");
        var (bolt, http) = (FreePort(), FreePort());
        _process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { "start", "--home", _home.FullName, "--bolt", $"{bolt}", "--http", $"{http}", "--password", Password, "--heap", "512m" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var address = new Uri($"http://127.0.0.1:{http}/");
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"Neo4j ended with {_process.ExitCode} when it was started.");

            try
            {
                using var response = await _http.GetAsync(address);
                if (response.IsSuccessStatusCode)
                {
                    _address = address;
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException("Neo4j did not start within two minutes.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
