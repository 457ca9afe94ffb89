using KnowledgeGraph.Stores.Neo4j.Connection;

namespace KnowledgeGraph.Stores.Neo4j;

/// <summary>Brings a database to the newest of the numbered migrations in <c>cypher/</c>, one after the other, and records each in the graph.</summary>
/// <remarks>Every statement of a migration may be run again, so several processes may do this at once, and a broken run is only continued.</remarks>
internal static class Neo4jSchema
{
    private static readonly Version _oldest = new(5, 26);

    public static async Task UpgradeAsync(ICypherConnection connection, Uri address, CancellationToken cancellationToken)
    {
        var server = await connection.ReadAsync(
            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]", new { }, cancellationToken);
        if (Version.TryParse(server[0].Text(0).Split('-', '+')[0], out var version) && version < _oldest)
            throw Neo4jErrors.TooOld(address, server[0].Text(0));

        var applied = await connection.ReadAsync("MATCH (m:Migration) RETURN m.name", new { }, cancellationToken);
        var missing = Migrations().Except(applied.Select(row => row.Text(0)), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            await connection.RunAsync("CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (m:Migration) REQUIRE m.name IS UNIQUE", new { }, cancellationToken);

        foreach (var name in missing)
        {
            foreach (var statement in Statements(Read(name)))
                await connection.RunAsync(statement, new { }, cancellationToken);

            await connection.RunAsync("MERGE (m:Migration {name: $name}) ON CREATE SET m.appliedAt = datetime()", new { name }, cancellationToken);
        }
    }

    private static IEnumerable<string> Migrations() =>
        typeof(Neo4jSchema).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Statements(string script) =>
        string.Join('\n', script.Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)))
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Read(string migration)
    {
        using var stream = typeof(Neo4jSchema).Assembly.GetManifestResourceStream(migration)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
