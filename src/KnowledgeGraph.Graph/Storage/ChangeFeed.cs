using System.Runtime.CompilerServices;

namespace KnowledgeGraph.Graph.Storage;

/// <summary>Follows what is written to a store, whoever writes.</summary>
/// <param name="store">The store.</param>
/// <param name="time">The clock.</param>
/// <param name="interval">How often to look.</param>
public sealed class ChangeFeed(IGraphStore store, TimeProvider time, TimeSpan interval)
{
    private const int ChangesARead = 100;

    /// <summary>The changes from now on, the oldest first. A store that is away for a moment is waited for.</summary>
    /// <exception cref="GraphStoreException">The store refused the call, or forgot changes faster than they were read.</exception>
    public async IAsyncEnumerable<GraphChange> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = (await store.ReadChangesAsync(long.MaxValue, limit: 1, cancellationToken)).Latest;
        while (true)
        {
            var changes = await ReadAsync(after, cancellationToken);
            if (changes is { IsComplete: false })
                throw new GraphStoreException("So much was written that changes were missed; look at the graph anew.", isTransient: true);

            foreach (var change in changes?.Changes ?? [])
            {
                yield return change;
                after = change.Number;
            }

            if (changes is null || after >= changes.Latest)
                await Task.Delay(interval, time, cancellationToken);
        }
    }

    private async Task<GraphChanges?> ReadAsync(long after, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadChangesAsync(after, ChangesARead, cancellationToken);
        }
        catch (GraphStoreException exception) when (exception.IsTransient)
        {
            return null;
        }
    }
}
