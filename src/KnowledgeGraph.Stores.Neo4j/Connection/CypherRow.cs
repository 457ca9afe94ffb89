using System.Text.Json;

namespace KnowledgeGraph.Stores.Neo4j.Connection;

/// <summary>One row of an answer; columns are numbered from 0.</summary>
internal readonly struct CypherRow(JsonElement values)
{
    public string Text(int column) => values[column].GetString()!;

    public string? OptionalText(int column) => values[column].GetString();

    public int Number(int column) => values[column].GetInt32();

    public double Real(int column) => values[column].GetDouble();

    public bool Flag(int column) => values[column].ValueKind == JsonValueKind.True;

    public bool IsNull(int column) => values[column].ValueKind == JsonValueKind.Null;

    public string[] Texts(int column) => [.. values[column].EnumerateArray().Select(item => item.GetString()!)];

    public int[] Numbers(int column) => [.. values[column].EnumerateArray().Select(item => item.GetInt32())];

    /// <summary>The rows of a column that holds a list of lists.</summary>
    public IEnumerable<CypherRow> Rows(int column) => values[column].EnumerateArray().Select(item => new CypherRow(item));
}
