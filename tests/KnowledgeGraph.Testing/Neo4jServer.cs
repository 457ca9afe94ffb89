using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace KnowledgeGraph.Testing;

/// <summary>A live Neo4j for the tests of one assembly: that of <c>KG_TEST_NEO4J</c>, else one started in a temporary folder.</summary>
public sealed class Neo4jServer : IAsyncLifetime
{
    private const string HowToGetOne =
        "These tests need a Neo4j server: set KG_TEST_NEO4J to the URL of one that may be emptied, with NEO4J_USER and NEO4J_PASSWORD (docker compose up neo4j).";

    private const string HowToKillOne = "These tests kill a Neo4j server and start it again: put one that runs without installation into ../shared/neo4j.";

    private readonly HttpClient _http = new();
    private Neo4jProcess? _process;
    private Uri? _address;

    public Uri Address => Requirement.Of(_address, HowToGetOne);

    public string User { get; } = Environment.GetEnvironmentVariable("NEO4J_USER") ?? "neo4j";

    public string Password { get; } = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "knowledge-graph";

    /// <summary>Starts a server of one's own, which may be killed and started again.</summary>
    /// <param name="settings">Lines of its configuration.</param>
    public static async Task<Neo4jServer> StartOwnAsync(params string[] settings)
    {
        var server = new Neo4jServer();
        await server.StartAsync(Requirement.Of(Repository.Shared("neo4j/neo4j"), HowToKillOne), settings);
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("KG_TEST_NEO4J") is { Length: > 0 } given)
            Use(new Uri(given));
        else if (Repository.Shared("neo4j/neo4j") is { } program)
            await StartAsync(program);
    }

    /// <summary>Kills the server that was started here.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Starts it again, on what it left.</summary>
    public Task StartAgainAsync() => _process!.StartAsync();

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
            await _process.DisposeAsync();
    }

    private async Task DeleteAsync(string what, int atOnce, CancellationToken cancellationToken)
    {
        while ((await ReadAsync($"{what} WITH x LIMIT {atOnce} DELETE x RETURN count(*)", cancellationToken)).GetInt32() == atOnce)
        {
            // More is left.
        }
    }

    private async Task StartAsync(string program, params string[] settings)
    {
        _process = new Neo4jProcess(program, Password, settings);
        await _process.StartAsync();
        Use(_process.Address);
    }

    private void Use(Uri address)
    {
        _address = address;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
    }
}
