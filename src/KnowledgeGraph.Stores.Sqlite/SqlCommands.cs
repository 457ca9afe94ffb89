using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

/// <summary>SQL with its parameters: values take the places <c>$1</c>, <c>$2</c>, … in order.</summary>
internal static class SqlCommands
{
    public static List<T> Query<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));

        return rows;
    }

    public static int Execute(this SqliteConnection connection, string sql, params object?[] values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static long Number(this SqliteConnection connection, string sql, params object?[] values)
    {
        using var command = Command(connection, sql, values);
        return Convert.ToInt64(command.ExecuteScalar());
    }

    /// <summary>The ids as the JSON list that <c>json_each</c> takes: one parameter, however many there are.</summary>
    public static string List(IEnumerable<string> ids) => System.Text.Json.JsonSerializer.Serialize(ids);

    private static SqliteCommand Command(SqliteConnection connection, string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);

        return command;
    }
}

/// <summary>A statement that is run for many rows.</summary>
internal sealed class SqlStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqlStatement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
    }

    public void Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        _command.ExecuteNonQuery();
    }

    public long Number(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return Convert.ToInt64(_command.ExecuteScalar());
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
