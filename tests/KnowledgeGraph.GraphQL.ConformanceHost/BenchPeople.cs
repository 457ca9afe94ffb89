namespace KnowledgeGraph.GraphQL.ConformanceHost;

/// <summary>A person of the benchmark.</summary>
public sealed record BenchPerson(string Id, string Name, int Age, string City, string Email)
{
    /// <summary>The ten that come next.</summary>
    public IReadOnlyList<BenchPerson> Friends { get; internal set; } = [];
}

/// <summary>The data of the benchmark: a thousand people, each with ten friends, the same for every server that is measured.</summary>
public static class BenchPeople
{
    public static IReadOnlyList<BenchPerson> All { get; } = Make();

    private static BenchPerson[] Make()
    {
        var people = new BenchPerson[1_000];
        for (var i = 0; i < people.Length; i++)
            people[i] = new BenchPerson($"p{i}", $"人物{i}", 20 + (i % 60), $"城市{i % 30}", $"p{i}@example.org");
        for (var i = 0; i < people.Length; i++)
            people[i].Friends = [.. Enumerable.Range(1, 10).Select(step => people[(i + step) % people.Length])];
        return people;
    }
}
