using System.Globalization;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Both stores are asked the same of the same pages. <c>KG_TEST_QUERIES=1000</c> asks as often.</summary>
[Collection(Neo4jGraphStoreTests.LiveServer)]
public sealed class SameAnswersTests(Neo4jServer server)
{
    private const int Pages = 60;

    private static readonly int _queries = int.Parse(Environment.GetEnvironmentVariable("KG_TEST_QUERIES") ?? "120", CultureInfo.InvariantCulture);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SQLite_and_Neo4j_give_the_same_answers_in_the_same_order()
    {
        await using var sqlite = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
        await sqlite.OpenAsync(Cancellation);
        await using var neo4j = server.CreateStore();
        await neo4j.OpenAsync(Cancellation);
        await server.EmptyAsync(Cancellation);
        var pages = Enumerable.Range(0, Pages).Select(GeneratedNews.Page).ToList();
        foreach (var store in (IGraphStore[])[sqlite, neo4j])
            await store.WriteAsync(new GraphBatch(pages), Cancellation);

        var queries = new GeneratedQueries(pages, Cancellation);
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < _queries; number++)
        {
            var (question, expected) = await queries.AskAsync(sqlite, number);
            var (_, answer) = await queries.AskAsync(neo4j, number);
            answer.Should().Be(expected, $"query {number} is {question.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}");
            answers.Add(answer);
        }

        answers.Should().HaveCountGreaterThan(_queries / 2, "most queries find something, and each something else");
    }
}
