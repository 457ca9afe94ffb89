using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Commits that the server did, and whose answer was lost on the way.</summary>
[Collection(Neo4jGraphStoreTests.LiveServer)]
public sealed class LostAnswerTests(Neo4jServer server)
{
    private static readonly LineFault[] _losses = [LineFault.ResetAfter, LineFault.Cut, LineFault.Stall];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_that_was_done_and_not_answered_says_what_it_changed()
    {
        foreach (var loss in _losses)
        {
            await PrepareAsync(loss);
            using var line = FirstCommitMeets(loss);
            var log = new CountingLog();
            await using var store = new Neo4jGraphStore(Over(line), log);
            var batch = new GraphBatch([MadeUpArchive.Page(1), MadeUpArchive.Page(2, edition: 2)]);

            (await store.WriteAsync(batch, Cancellation)).Should().Be(2);
            (await store.WriteAsync(batch, Cancellation)).Should().Be(0, "it is there already");

            (line.Faults, log.Warnings).Should().Be((1, 1), $"{loss} is said once");
        }
    }

    [Fact]
    public async Task A_deletion_that_was_done_and_not_answered_says_that_there_was_a_document()
    {
        foreach (var loss in _losses)
        {
            await PrepareAsync(loss);
            using var line = FirstCommitMeets(loss);
            await using var store = new Neo4jGraphStore(Over(line));
            var id = MadeUpArchive.Page(2).Document.Id;

            (await store.DeleteDocumentAsync(id, Cancellation)).Should().BeTrue();
            (await store.DeleteDocumentAsync(id, Cancellation)).Should().BeFalse("it is gone already");

            line.Faults.Should().Be(1, $"{loss} was met");
        }
    }

    private async Task PrepareAsync(LineFault loss)
    {
        await using var direct = server.CreateStore();
        await direct.OpenAsync(Cancellation);
        await server.EmptyAsync(Cancellation);
        (await direct.WriteAsync(new GraphBatch([MadeUpArchive.Page(2)]), Cancellation)).Should().Be(1, $"{loss} comes later");
    }

    private FaultyLine FirstCommitMeets(LineFault loss)
    {
        var commits = 0;
        return new FaultyLine(
            server.Address, (_, request) => request.Contains("/commit ", StringComparison.Ordinal) && Interlocked.Increment(ref commits) == 1 ? loss : null);
    }

    private Neo4jGraphStoreOptions Over(FaultyLine line) =>
        new() { Address = line.Address, User = server.User, Password = server.Password, AnswerTimeout = TimeSpan.FromSeconds(5) };
}
