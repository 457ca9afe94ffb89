using FluentAssertions;
using KnowledgeGraph.Graph.Storage;
using Xunit;

namespace KnowledgeGraph.Testing;

public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task Every_write_that_changes_something_has_the_next_number_and_says_what_it_changed()
    {
        await WriteAsync(Forum());
        await WriteAsync(Meeting());
        await WriteAsync(Meeting());
        await Store.DeleteDocumentAsync(Meeting().Document.Id, Cancellation);

        var changes = await Store.ReadChangesAsync(0, 100, Cancellation);

        changes.IsComplete.Should().BeTrue();
        changes.Latest.Should().Be(3);
        changes.Changes.Select(change => change.Number).Should().Equal(1, 2, 3);
        changes.Changes[0].Entities.Should().Contain([_meng.Id, _lu.Id, _forum.Id]);
        changes.Changes[2].Relations.Should().BeEquivalentTo(Meeting().Evidence.Select(evidence => evidence.RelationId));
        changes.Changes[2].Entities.Should().Contain([_meng.Id, _tang.Id]);
    }

    [Fact]
    public async Task Changes_are_read_on_from_any_number()
    {
        foreach (var day in Enumerable.Range(1, 5))
            await WriteAsync(Meeting($"{day}.txt", $"2023-06-{day:D2}"));

        (await Store.ReadChangesAsync(3, 100, Cancellation)).Changes.Select(change => change.Number).Should().Equal(4, 5);
        (await Store.ReadChangesAsync(1, 2, Cancellation)).Changes.Select(change => change.Number).Should().Equal(2, 3);
        (await Store.ReadChangesAsync(5, 100, Cancellation)).Should().BeEquivalentTo(new { Latest = 5L, IsComplete = true });
        (await Store.ReadChangesAsync(0, 1, Cancellation)).Latest.Should().Be(5);
    }

    [Fact]
    public async Task A_graph_that_was_never_written_to_has_no_changes()
    {
        var changes = await Store.ReadChangesAsync(0, 10, Cancellation);

        changes.Should().BeEquivalentTo(new GraphChanges([], Latest: 0, IsComplete: true));
    }

    [Fact]
    public async Task Writers_at_once_leave_no_gap_in_the_numbers()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => WriteAsync(Meeting($"{number}.txt", $"2023-01-{number + 1:D2}")))));

        (await Store.ReadChangesAsync(0, 100, Cancellation)).Changes.Select(change => change.Number).Should().Equal(Enumerable.Range(1, 12).Select(number => (long)number));
    }
}
