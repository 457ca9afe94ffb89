using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Ingestion;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeGraph.Worker.Tests;

public sealed class InboxReaderTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge-graph-");
    private readonly SqliteGraphStore _graph = new(new SqliteGraphStoreOptions { Path = SqliteGraphStoreOptions.InMemory });
    private readonly Lifetime _lifetime = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _graph.OpenAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _graph.DisposeAsync();
        _lifetime.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Pages_are_read_in_and_bad_ones_are_put_aside()
    {
        Write("good.txt", "5月12日，江畔市市长孟怀瑾会见了唐屿。");
        Write("empty.txt", "");

        await ReadAsync(_graph, until: () => Count("done") == 1 && Count("failed") == 2);

        (await _graph.CountAsync(Cancellation)).Documents.Should().Be(1);
        (await File.ReadAllTextAsync(Path("failed/empty.txt.reason.txt"), Cancellation)).Should().Contain("is empty");
    }

    [Fact]
    public async Task A_store_that_is_away_is_waited_for()
    {
        Write("page.txt", "5月12日，江畔市市长孟怀瑾会见了唐屿。");
        var store = new UnreliableStore(_graph, failures: 5);

        await ReadAsync(store, until: () => Count("done") == 1);

        store.Failures.Should().Be(5);
        (await _graph.CountAsync(Cancellation)).Documents.Should().Be(1);
    }

    [Fact]
    public async Task A_store_that_refuses_for_good_ends_the_worker_and_the_page_stays()
    {
        Write("page.txt", "5月12日，江畔市市长孟怀瑾会见了唐屿。");
        var store = new UnreliableStore(_graph, failures: 1, isTransient: false);

        var reader = await ReadAsync(store, until: () => _lifetime.IsStopped);

        reader.Refusal.Should().NotBeNull();
        File.Exists(Path("page.txt")).Should().BeTrue();
    }

    private async Task<InboxReader> ReadAsync(IGraphStore store, Func<bool> until)
    {
        var time = new HurriedTimeProvider();
        using var reader = new InboxReader(
            new Inbox(_folder), new IngestionPipeline(new Extractor(), store, time), store, _lifetime, time, NullLogger<InboxReader>.Instance);
        await reader.StartAsync(Cancellation);
        while (!until())
            await Task.Delay(10, Cancellation);

        await reader.StopAsync(Cancellation);
        return reader;
    }

    private int Count(string subfolder) => Directory.Exists(Path(subfolder)) ? Directory.GetFiles(Path(subfolder)).Length : 0;

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private void Write(string name, string text) => File.WriteAllText(Path(name), text);

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public bool IsStopped => _stopping.IsCancellationRequested;

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
