using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeGraph.Api;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.Stores.Sqlite;
using Microsoft.AspNetCore.Builder;

namespace KnowledgeGraph.Server.Tests;

/// <summary>A server with the sample pages, on a port of its own, for all tests of the assembly.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly SqliteGraphStore _store = new(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
    private WebApplication? _application;

    private static ServerSettings Settings { get; } = new() { Urls = "http://127.0.0.1:0", AllowedOrigins = ["https://friend.example"] };

    public HttpClient Http { get; } = new();

    public IGraphStore Store => _store;

    public async ValueTask InitializeAsync()
    {
        await _store.OpenAsync(CancellationToken.None);
        _application = ServerApplication.Create(_store, new GraphQLExecutor(GraphSchema.Create(), Settings.GraphQL()), Settings);
        await _application.StartAsync();
        Http.BaseAddress = new Uri(_application.Urls.Single());
        while (!(await Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
            await Task.Delay(50);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_application is not null)
            await _application.DisposeAsync();

        await _store.DisposeAsync();
    }

    /// <summary>Asks in GraphQL; errors fail the test.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await AnswerAsync(query, variables);
        answer.TryGetProperty("errors", out var errors).Should().BeFalse($"the answer is {errors}");
        return answer.GetProperty("data");
    }

    public async Task<JsonElement> AnswerAsync(string query, object? variables = null)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
