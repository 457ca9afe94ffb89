using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace KnowledgeGraph.LanguageModel;

/// <summary>Asks a service that speaks the chat completions interface.</summary>
internal sealed class ChatClient : IDisposable
{
    private const long LargestAnswer = 4 * 1024 * 1024;

    private readonly LanguageModelSettings _settings;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    public ChatClient(LanguageModelSettings settings, TimeSpan? pause = null)
    {
        _settings = settings;
        _http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
        if (settings.Key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key);

        _retries = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = pause ?? TimeSpan.FromSeconds(1),
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .HandleResult(response => response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500),
            })
            .AddTimeout(settings.Timeout)
            .Build();
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The words of the answer, or <see langword="null"/> where none came: the service is busy, slow, absent or says nothing.</summary>
    /// <exception cref="LanguageModelException">The service refuses for good.</exception>
    public async Task<string?> AskAsync(string article, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _retries.ExecuteAsync(
                async token => await _http.PostAsJsonAsync($"{_settings.Endpoint.ToString().TrimEnd('/')}/chat/completions", Body(article), token), cancellationToken);
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                throw new LanguageModelException($"The language model at {_settings.Endpoint} refuses the key: set LANGUAGE_MODEL_KEY to one that it knows.");

            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
                throw new LanguageModelException($"The language model at {_settings.Endpoint} answers {(int)response.StatusCode}: check the address (it ends with /v1 as a rule) and the model '{_settings.Model}'.");

            return response.IsSuccessStatusCode ? Content(await response.Content.ReadAsStringAsync(cancellationToken)) : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutRejectedException)
        {
            return null;
        }
    }

    private JsonObject Body(string article) => new()
    {
        ["model"] = _settings.Model,
        ["temperature"] = 0,
        ["messages"] = new JsonArray(
            new JsonObject { ["role"] = "system", ["content"] = Question.Instructions },
            new JsonObject { ["role"] = "user", ["content"] = article }),
        ["response_format"] = Question.Format(),
    };

    private static string? Content(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
