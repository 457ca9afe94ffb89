using System.Globalization;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Sqlite.Tests;

/// <summary>Lists that are walked page by page while others write. <c>KG_TEST_WALKS</c> tells how many histories.</summary>
public sealed class PageWalkTests
{
    private static readonly int _walks = int.Parse(Environment.GetEnvironmentVariable("KG_TEST_WALKS") ?? "60", CultureInfo.InvariantCulture);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stays_is_met_exactly_once_in_either_direction()
    {
        for (var seed = 0; seed < _walks; seed++)
        {
            await using var store = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
            await store.OpenAsync(Cancellation);
            var history = new RandomHistory(seed);
            for (var write = 0; write < 5; write++)
                await history.WriteAsync([store], Cancellation);

            var isBackward = seed % 2 == 1;
            await CheckAsync(seed, history, store, isBackward, async page =>
                Keys((await store.ListEntitiesAsync(new EntityFilter { Order = EntityOrder.Name }, page, Cancellation))));
            await CheckAsync(seed, history, store, isBackward, async page =>
                Keys((await store.ListRelationsAsync(new RelationFilter { Status = null }, page, Cancellation))));
        }
    }

    /// <summary>Walks with a write after each page, and compares with what was there before and is there afterwards: an item is the same where its cursor is.</summary>
    private static async Task CheckAsync(
        int seed, RandomHistory history, SqliteGraphStore store, bool isBackward, Func<PageRequest, Task<(List<string> Cursors, bool HasMore)>> read)
    {
        var before = (await read(new PageRequest(1_000))).Cursors;
        var kept = before.ToHashSet();
        var met = new List<string>();
        var request = new PageRequest(2) { IsBackward = isBackward };
        while (true)
        {
            var (cursors, hasMore) = await read(request);
            met.AddRange(cursors);
            if (!hasMore)
                break;

            request = isBackward ? request with { Before = cursors[^1] } : request with { After = cursors[^1] };
            await history.WriteAsync([store], Cancellation);
            kept.IntersectWith((await read(new PageRequest(1_000))).Cursors);
        }

        met.Should().OnlyHaveUniqueItems($"seed {seed}");
        kept.Except(met).Should().BeEmpty($"seed {seed}");
    }

    private static (List<string> Cursors, bool HasMore) Keys<T>(Page<T> page) => ([.. page.Items.Select(item => item.Cursor)], page.HasNextPage);
}
