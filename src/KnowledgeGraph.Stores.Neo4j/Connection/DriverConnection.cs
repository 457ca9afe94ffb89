using System.Text.Json;
using KnowledgeGraph.Graph.Storage;
using Neo4j.Driver;

namespace KnowledgeGraph.Stores.Neo4j.Connection;

/// <summary>Reaches Neo4j by Bolt with the official driver (https://neo4j.com/docs/dotnet-manual/current/), which routes within a cluster and tries again by itself.</summary>
/// <remarks>In builds with <c>-p:Neo4jDriver=true</c>.</remarks>
internal sealed class DriverConnection : ICypherConnection
{
    private readonly Neo4jGraphStoreOptions _options;
    private readonly IDriver _driver;

    public DriverConnection(Neo4jGraphStoreOptions options)
    {
        _options = options;
        _driver = GraphDatabase.Driver(options.Address, AuthTokens.Basic(options.User, options.Password), config => config
            .WithMaxConnectionPoolSize(16)
            .WithConnectionAcquisitionTimeout(options.AnswerTimeout));
    }

    public Task<IReadOnlyList<CypherRow>> ReadAsync(string statement, object parameters, CancellationToken cancellationToken) =>
        CallAsync(AccessMode.Read, session => session.ExecuteReadAsync(runner => RunAsync(runner, statement, parameters), Limit), cancellationToken);

    public Task RunAsync(string statement, object parameters, CancellationToken cancellationToken) => CallAsync(
        AccessMode.Write,
        async session =>
        {
            var cursor = await session.RunAsync(statement, Parameters(parameters), Limit);
            await cursor.ConsumeAsync();
            return true;
        },
        cancellationToken);

    public Task<T> WriteAsync<T>(Func<ICypherTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        CallAsync(AccessMode.Write, session => session.ExecuteWriteAsync(runner => work(new Transaction(runner)), Limit), cancellationToken);

    public void Dispose() => _driver.Dispose();

    private void Limit(TransactionConfigBuilder transaction) => transaction.WithTimeout(_options.TransactionTimeout);

    private async Task<T> CallAsync<T>(AccessMode mode, Func<IAsyncSession, Task<T>> call, CancellationToken cancellationToken)
    {
        await using var session = _driver.AsyncSession(config => config.WithDatabase(_options.Database).WithDefaultAccessMode(mode));
        try
        {
            return await call(session).WaitAsync(cancellationToken);
        }
        catch (ServiceUnavailableException exception)
        {
            throw Neo4jErrors.Away(_options.Address, exception);
        }
        catch (Neo4jException exception)
        {
            throw Neo4jErrors.FromCode(_options.Address, exception.Code ?? "", exception.Message);
        }
    }

    private static async Task<IReadOnlyList<CypherRow>> RunAsync(IAsyncQueryRunner runner, string statement, object parameters)
    {
        var cursor = await runner.RunAsync(statement, Parameters(parameters));
        var records = await cursor.ToListAsync();
        return [.. records.Select(record => new CypherRow(JsonSerializer.SerializeToElement(record.Keys.Select(key => record[key]))))];
    }

    // The driver takes dictionaries and lists, and no objects inside of these.
    private static Dictionary<string, object?> Parameters(object parameters) =>
        (Dictionary<string, object?>)Value(JsonSerializer.SerializeToElement(parameters, CypherJson.Options))!;

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var number) ? number : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private sealed class Transaction(IAsyncQueryRunner runner) : ICypherTransaction
    {
        public Task<IReadOnlyList<CypherRow>> RunAsync(string statement, object parameters) => DriverConnection.RunAsync(runner, statement, parameters);
    }
}
