using KnowledgeGraph.Graph.Storage;
using Microsoft.Data.Sqlite;

namespace KnowledgeGraph.Stores.Sqlite;

/// <summary>Brings a database to the newest of the numbered schemas in <c>Schema/</c>, one after the other.</summary>
internal static class SqliteSchema
{
    /// <summary>"KGph": tells our databases from those of other programs.</summary>
    private const int ApplicationId = 0x4b477068;

    private static readonly string[] _migrations = ["0001-initial", "0002-changes"];

    public static bool Upgrade(SqliteConnection connection, string path)
    {
        var version = connection.Number("PRAGMA user_version");
        var isEmpty = connection.Number("SELECT count(*) FROM sqlite_master") == 0;
        if (!isEmpty && connection.Number("PRAGMA application_id") != ApplicationId)
            throw new GraphStoreException($"'{path}' is a database of another program; name another file.", isTransient: false);

        if (version > _migrations.Length)
        {
            throw new GraphStoreException(
                $"'{path}' was written by a newer version of KnowledgeGraph; use that version, or name another file.", isTransient: false);
        }

        foreach (var migration in _migrations.Skip((int)version))
            connection.Execute(Read(migration));

        connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {_migrations.Length}");
        return version < _migrations.Length;
    }

    private static string Read(string migration)
    {
        using var stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream(migration)
            ?? throw new InvalidOperationException($"The migration {migration} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
