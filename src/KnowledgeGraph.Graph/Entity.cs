namespace KnowledgeGraph.Graph;

/// <summary>A person, organization, project, event or place that documents name.</summary>
public sealed record Entity
{
    public required EntityId Id { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>Its fullest form, spelled as <see cref="CanonicalName"/> does.</summary>
    public required string Name { get; init; }

    /// <summary>What keeps namesakes apart: a region, a year, an employer; empty where the name alone is enough.</summary>
    public required string Scope { get; init; }

    /// <summary>Every other form in the documents, in ordinal order.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>When an event took place.</summary>
    public FactDate? Date { get; init; }

    /// <summary>How many articles name it. Counted by the store; no part of a batch.</summary>
    public int ArticleCount { get; init; }

    /// <summary>How many relations lead to it or from it. Counted by the store; no part of a batch.</summary>
    public int RelationCount { get; init; }

    /// <summary>Gathers what several documents say of one entity.</summary>
    /// <remarks>
    /// Independent of the order of <paramref name="contributions"/>. Of several dates the printed one is taken, then the most exact, then the
    /// earliest. The counts are left at zero.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no contributions, or they are of several entities.</exception>
    public static Entity From(IReadOnlyCollection<Entity> contributions)
    {
        ArgumentOutOfRangeException.ThrowIfZero(contributions.Count);
        var first = contributions.First();
        if (contributions.Any(contribution => contribution.Id != first.Id))
            throw new ArgumentException("The contributions are of several entities.", nameof(contributions));

        return first with
        {
            Aliases = [.. contributions
                .SelectMany(contribution => contribution.Aliases)
                .Where(alias => alias != first.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
            Date = contributions
                .Select(contribution => contribution.Date)
                .OfType<FactDate>()
                .OrderByDescending(date => date.IsPrinted)
                .ThenByDescending(date => $"{date.Date}".Length)
                .ThenBy(date => date.Date)
                .FirstOrDefault(),
            ArticleCount = 0,
            RelationCount = 0,
        };
    }
}
