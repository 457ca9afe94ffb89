using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Keeps values by key, the used ones longest.</summary>
/// <remarks>
/// Two generations: what is used goes into the young one; when it is full it becomes the old one, and what the old one still held is
/// forgotten. So a flood of keys that come once cannot fill the memory.
/// </remarks>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity, IEqualityComparer<TKey> comparer)
    where TKey : notnull
{
    private ConcurrentDictionary<TKey, TValue> _young = new(comparer);
    private ConcurrentDictionary<TKey, TValue> _old = new(comparer);

    /// <param name="key">The key, as the comparer can compare it without making it.</param>
    /// <param name="value">What is kept of it.</param>
    public bool TryGet<TAlternate>(TAlternate key, [MaybeNullWhen(false)] out TValue value)
        where TAlternate : notnull, allows ref struct
    {
        if (_young.GetAlternateLookup<TAlternate>().TryGetValue(key, out value))
            return true;
        if (!_old.GetAlternateLookup<TAlternate>().TryGetValue(key, out var known, out value))
            return false;

        Add(known, value);
        return true;
    }

    public void Add(TKey key, TValue value)
    {
        if (capacity == 0)
            return;

        if (_young.Count >= Math.Max(1, capacity / 2))
        {
            _old = _young;
            _young = new ConcurrentDictionary<TKey, TValue>(comparer);
        }

        _young[key] = value;
    }
}
