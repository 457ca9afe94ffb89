namespace KnowledgeGraph.GraphQL.Differential.Generation;

/// <summary>Choices that are the same for the same seed.</summary>
public sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Percent(int percent) => _random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Some of the items in their order, each with the same chance.</summary>
    public IReadOnlyList<T> Some<T>(IEnumerable<T> items, int percent) => [.. items.Where(_ => Percent(percent))];
}
