using System.Globalization;
using KnowledgeGraph.Graph.Traversal;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Adjacency.Tests;

/// <summary>Whether a question is asked of a store or of the index over it, its answer is that of plain looking. <c>KG_TEST_HISTORIES</c> tells how many histories.</summary>
public sealed class QuestionAgreementTests
{
    private static readonly int _histories = int.Parse(Environment.GetEnvironmentVariable("KG_TEST_HISTORIES") ?? "60", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Store_index_and_reference_answer_alike_while_pages_come_change_and_go()
    {
        var differences = new List<string>();
        for (var seed = 0; seed < _histories; seed++)
        {
            await using var store = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
            await store.OpenAsync(TestContext.Current.CancellationToken);
            using var index = new AdjacencyIndex(store);
            using var restless = new AdjacencyIndex(store, looseFacts: 2);
            var ways = new Dictionary<string, IAdjacency> { ["store"] = new StoreAdjacency(store), ["index"] = index, ["index made anew often"] = restless };
            differences.AddRange(await QuestionAgreement.CompareAsync(seed, [store], ways, TestContext.Current.CancellationToken));
        }

        differences.Should().BeEmpty();
    }
}
