using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KnowledgeGraph.Graph.Storage;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace KnowledgeGraph.Stores.Neo4j.Connection;

/// <summary>Reaches Neo4j by its Query API over HTTP (https://neo4j.com/docs/query-api/current/).</summary>
internal sealed class QueryApiConnection : ICypherConnection
{
    /// <summary>How many requests may be under way at once.</summary>
    public const int Connections = 16;

    private readonly Neo4jGraphStoreOptions _options;
    private readonly ILogger _logger;
    private readonly HttpClient _http;
    private readonly string _path;
    private readonly ResiliencePipeline _retries;

    public QueryApiConnection(Neo4jGraphStoreOptions options, ILogger logger)
    {
        (_options, _logger) = (options, logger);
        _path = $"db/{Uri.EscapeDataString(options.Database)}/query/v2";
        var address = options.Address.ToString();
        _http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = Connections })
        {
            BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/"),
            Timeout = options.AnswerTimeout,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        // An absent server gets a few chances, then the caller decides; writers that were in each other's way go on at once.
        _retries = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<GraphStoreException>(exception => exception.IsTransient),
                MaxRetryAttempts = Math.Max(1, options.Retries),
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(20),
                MaxDelay = TimeSpan.FromSeconds(2),
                UseJitter = true,
                OnRetry = retry =>
                {
                    logger.TryingAgain(retry.Outcome.Exception!.Message, retry.RetryDelay, retry.AttemptNumber + 1);
                    return default;
                },
            })
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<GraphStoreException>(exception => exception.InnerException is ServerErrorException { IsConflict: true }),
                MaxRetryAttempts = 10,
                BackoffType = DelayBackoffType.Linear,
                Delay = TimeSpan.FromMilliseconds(5),
                UseJitter = true,
                OnRetry = retry =>
                {
                    logger.WriterInTheWay(retry.Outcome.Exception!.Message);
                    return default;
                },
            })
            .Build();
    }

    public async Task<IReadOnlyList<CypherRow>> ReadAsync(string statement, object parameters, CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(
            async token => (await SendAsync(HttpMethod.Post, _path, statement, parameters, "Read", token)).Rows, cancellationToken);

    public async Task RunAsync(string statement, object parameters, CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(
            async token => await SendAsync(HttpMethod.Post, _path, statement, parameters, "Write", token), cancellationToken);

    public async Task<T> WriteAsync<T>(Func<ICypherTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(async token => await TryWriteAsync(work, token), cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<T> TryWriteAsync<T>(Func<ICypherTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(this, cancellationToken);
        try
        {
            var result = await work(transaction);
            await transaction.CommitAsync();
            return result;
        }
        catch
        {
            await transaction.RollBackAsync();
            throw;
        }
    }

    /// <summary>Sends one statement and reads the answer to its end.</summary>
    private async Task<Answer> SendAsync(
        HttpMethod method, string path, string? statement, object? parameters, string? accessMode, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post)
        {
            // Servers before 2026.08 read the fields in this order only. A commit has none, but must say that it is JSON.
            object body = (statement, accessMode) switch
            {
                (null, _) => new { },
                (_, null) => new { statement, parameters },
                _ => new { statement, parameters, accessMode, maxExecutionTime = (int)_options.TransactionTimeout.TotalSeconds },
            };
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, CypherJson.Options));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GraphStoreException(
                $"Neo4j at {_options.Address} did not answer within {_options.AnswerTimeout.TotalSeconds:0} s.", isTransient: true, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Neo4jErrors.Away(_options.Address, exception);
        }
    }

    private Answer Read(HttpStatusCode status, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            var root = document.RootElement.Clone();
            if (root.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
            {
                throw Neo4jErrors.FromCode(
                    _options.Address, errors[0].GetProperty("code").GetString() ?? "", errors[0].GetProperty("message").GetString() ?? "");
            }

            var rows = root.TryGetProperty("data", out var data)
                ? data.GetProperty("values").EnumerateArray().Select(values => new CypherRow(values)).ToList()
                : [];
            var transaction = root.TryGetProperty("transaction", out var running) ? running.GetProperty("id").GetString() : null;
            return (int)status < 400 ? new Answer(rows, transaction) : throw Neo4jErrors.NoQueryApi(_options.Address);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
                ? Neo4jErrors.NoQueryApi(_options.Address)
                : Neo4jErrors.Nonsense(_options.Address, exception);
        }
    }

    private sealed record Answer(IReadOnlyList<CypherRow> Rows, string? Transaction);

    /// <summary>An explicit transaction: it begins with its first statement.</summary>
    /// <remarks>The server ends it when its time is over: a client that was killed would else keep its locks until the server finds it idle.</remarks>
    private sealed class Transaction(QueryApiConnection connection, CancellationToken cancellationToken) : ICypherTransaction
    {
        private string? _id;

        private string Path => $"{connection._path}/tx/{_id}";

        public async Task<IReadOnlyList<CypherRow>> RunAsync(string statement, object parameters)
        {
            var answer = _id is null
                ? await connection.SendAsync(HttpMethod.Post, $"{connection._path}/tx", statement, parameters, "Write", cancellationToken)
                : await ContinueAsync(Path, statement, parameters);
            _id = answer.Transaction;
            return answer.Rows;
        }

        public async Task CommitAsync()
        {
            if (_id is not null)
                await ContinueAsync($"{Path}/commit", statement: null, parameters: null);

            _id = null;
        }

        /// <summary>Gives up what was done. A server that cannot be told forgets it by itself.</summary>
        public async Task RollBackAsync()
        {
            if (_id is null)
                return;

            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await connection.SendAsync(HttpMethod.Delete, Path, statement: null, parameters: null, accessMode: null, patience.Token);
            }
            catch (Exception exception) when (exception is GraphStoreException or OperationCanceledException)
            {
                // The error that led here is the one to tell.
                if (exception.InnerException is not ServerErrorException)
                    connection._logger.RollbackNotHeard(exception.Message);
            }
        }

        private async Task<Answer> ContinueAsync(string path, string? statement, object? parameters)
        {
            try
            {
                return await connection.SendAsync(HttpMethod.Post, path, statement, parameters, accessMode: null, cancellationToken);
            }
            catch (GraphStoreException exception) when (exception.InnerException is ServerErrorException { IsInvalidRequest: true } error)
            {
                throw Neo4jErrors.Forgotten(connection._options.Address, error);
            }
        }
    }
}
