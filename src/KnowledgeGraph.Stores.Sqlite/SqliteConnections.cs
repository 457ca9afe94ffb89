using System.Collections.Concurrent;
using System.Data;
using KnowledgeGraph.Graph.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KnowledgeGraph.Stores.Sqlite;

/// <summary>The connections to one database: one that writes, any number that read, and what went wrong in our own terms.</summary>
/// <remarks>
/// SQLite has no asynchronous calls: a use runs on the caller's thread, waiting for its turn does not. A cancelled use is interrupted.
/// A graph in memory lives in one connection, which readers and writers take in turn.
/// </remarks>
internal sealed class SqliteConnections : IDisposable
{
    private const int MaxIdle = 16;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInterrupt = 9;
    private const int SqliteIoError = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    private readonly SqliteGraphStoreOptions _options;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SqliteConnection? _inMemory;

    public SqliteConnections(SqliteGraphStoreOptions options)
    {
        _options = options;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),

            // Those that are idle are kept here, made ready: the pool of the library would have them made ready anew.
            Pooling = false,
        }.ToString();

        if (options.Path == SqliteGraphStoreOptions.InMemory)
            _inMemory = new SqliteConnection(_connectionString);
    }

    /// <summary>Runs <paramref name="use"/> in a transaction that alone may write, and commits it.</summary>
    public async Task<T> WriteAsync<T>(string purpose, Func<SqliteConnection, T> use, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return Run(purpose, writes: true, use, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs <paramref name="use"/> in a transaction that sees one state of the graph.</summary>
    public async Task<T> ReadAsync<T>(string purpose, Func<SqliteConnection, T> use, CancellationToken cancellationToken)
    {
        if (_inMemory is not null)
            return await WriteAsync(purpose, use, cancellationToken);

        cancellationToken.ThrowIfCancellationRequested();
        return Run(purpose, writes: false, use, cancellationToken);
    }

    public void Dispose()
    {
        _inMemory?.Dispose();
        while (_idle.TryTake(out var connection))
            connection.Dispose();

        _writing.Dispose();
    }

    private T Run<T>(string purpose, bool writes, Func<SqliteConnection, T> use, CancellationToken cancellationToken)
    {
        var connection = _inMemory ?? (_idle.TryTake(out var idle) ? idle : new SqliteConnection(_connectionString));
        var isWhole = false;
        try
        {
            Open(connection);
            using var interrupt = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
            using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: !writes);
            var result = use(connection);
            cancellationToken.ThrowIfCancellationRequested();
            transaction.Commit();
            isWhole = true;
            return result;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SqliteInterrupt)
        {
            throw new OperationCanceledException("The call was cancelled.", exception, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw Explain(purpose, exception);
        }
        finally
        {
            if (isWhole && _inMemory is null && _idle.Count < MaxIdle)
                _idle.Add(connection);
            else if (_inMemory is null)
                connection.Dispose();
        }
    }

    private static void Open(SqliteConnection connection)
    {
        if (connection.State == ConnectionState.Open)
            return;

        connection.Open();
        using var command = connection.CreateCommand();
        // FULL: what has been acknowledged survives a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
        command.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA trusted_schema = OFF;
            PRAGMA temp_store = MEMORY;
            PRAGMA mmap_size = 268435456;
            """;
        command.ExecuteNonQuery();
    }

    private GraphStoreException Explain(string purpose, SqliteException exception)
    {
        var path = _options.Path;
        var advice = exception.SqliteErrorCode switch
        {
            SqliteBusy or SqliteLocked => "another process is writing to it; try again",
            SqliteReadOnly => "the file or its folder is read-only; give the user of this process the right to write",
            SqliteFull => "the disk is full; make room and try again",
            SqliteIoError => "the disk reports an error; check it and its free space",
            SqliteCorrupt or SqliteNotADatabase => "the file is damaged or is no database; move it away and ingest again, or name another file",
            SqliteCannotOpen => "the file cannot be opened; check that its folder exists and may be written to",
            _ => exception.Message,
        };
        return new GraphStoreException(
            $"Could not {purpose} in '{path}': {advice}.",
            isTransient: exception.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteFull or SqliteIoError,
            exception);
    }
}
