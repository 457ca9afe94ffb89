using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace KnowledgeGraph.Ingestion;

/// <summary>Tells whoever follows what becomes of each page that this process reads.</summary>
public sealed class IngestionFeed
{
    /// <summary>How many pages a follower may be behind; of one that is slower the oldest are lost.</summary>
    private const int MaxBehind = 1_000;

    private readonly ConcurrentDictionary<Channel<PageOutcome>, bool> _followers = [];

    /// <summary>The outcomes from now on.</summary>
    public async IAsyncEnumerable<PageOutcome> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<PageOutcome>(new BoundedChannelOptions(MaxBehind) { FullMode = BoundedChannelFullMode.DropOldest });
        _followers.TryAdd(channel, true);
        try
        {
            await foreach (var outcome in channel.Reader.ReadAllAsync(cancellationToken))
                yield return outcome;
        }
        finally
        {
            _followers.TryRemove(channel, out _);
        }
    }

    internal void Tell(PageOutcome outcome)
    {
        foreach (var follower in _followers.Keys)
            follower.Writer.TryWrite(outcome);
    }
}
