using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.LanguageModel.Tests;

/// <summary>A service with the chat completions interface that answers as a test wants.</summary>
internal sealed class StubModel : IAsyncDisposable
{
    private readonly WebApplication _application;

    private StubModel(WebApplication application) => _application = application;

    public List<JsonDocument> Requests { get; } = [];

    public List<string?> Keys { get; } = [];

    public Uri Endpoint => new($"{_application.Urls.Single()}/v1");

    public static Task<StubModel> AnsweringAsync(object answer) => StartAsync(context => context.Response.WriteAsJsonAsync(Completion(JsonSerializer.Serialize(answer))));

    public static Task<StubModel> SayingAsync(string content) => StartAsync(context => context.Response.WriteAsJsonAsync(Completion(content)));

    public static async Task<StubModel> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var application = builder.Build();
        var stub = new StubModel(application);
        application.MapPost("/v1/chat/completions", async context =>
        {
            var request = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            lock (stub.Requests)
            {
                stub.Requests.Add(request);
                stub.Keys.Add(context.Request.Headers.Authorization);
            }

            await answer(context);
        });
        await application.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static object Completion(string content) => new { choices = new[] { new { message = new { role = "assistant", content } } } };
}
