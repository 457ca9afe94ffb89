using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Testing;

/// <summary>A small graph that is written to at random: new pages, corrected ones, deleted ones. The same seed is the same history.</summary>
public sealed class RandomHistory(int seed)
{
    private static readonly Entity[] _persons = [.. Enumerable.Range(0, 9).Select(number => Some.Person($"某甲{number}"))];
    private static readonly Entity[] _events = [.. Enumerable.Range(0, 4).Select(number => Some.Event($"第{number}届乡会"))];
    private static readonly Entity[] _organizations = [.. Enumerable.Range(0, 4).Select(number => Some.Organization($"某{number}号公司"))];
    private static readonly Entity[] _places = [.. Enumerable.Range(0, 3).Select(number => Some.Place($"某{number}县"))];

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, DocumentId> _written = [];

    /// <summary>All entities that there may be, one that never is among them.</summary>
    public static IReadOnlyList<Entity> Everybody { get; } = [.. _persons, .. _events, .. _organizations, .. _places, Some.Person("从未有人")];

    public int Next(int below) => _random.Next(below);

    public Entity Anybody() => Pick([.. Everybody]);

    public Entity SomePerson() => Pick(_persons);

    /// <summary>A filter that leaves out some facts, now and then.</summary>
    public RelationFilter Filter() => new()
    {
        Status = Next(4) == 0 ? null : RelationStatus.Occurred,
        MinConfidence = Next(3) == 0 ? 0.5 : 0,
        From = Next(4) == 0 ? new DateOnly(2022, 1 + Next(12), 1) : null,
        To = Next(5) == 0 ? new DateOnly(2023, 1 + Next(12), 28) : null,
        AsOf = Next(5) == 0 ? new AsOf(new DateOnly(2023, 1 + Next(12), 15)) : null,
        Types = Next(4) == 0 ? [.. Enum.GetValues<RelationType>().Where(_ => Next(2) == 0)] : [],
    };

    /// <summary>Writes or deletes one page.</summary>
    public async Task WriteAsync(IReadOnlyCollection<IGraphStore> stores, CancellationToken cancellationToken)
    {
        var source = $"{Next(6)}.txt";
        if (Next(5) == 0 && _written.Remove(source, out var gone))
        {
            foreach (var store in stores)
                await store.DeleteDocumentAsync(gone, cancellationToken);

            return;
        }

        var page = Page(source);
        _written[source] = page.Document.Id;
        foreach (var store in stores)
            await store.WriteAsync(new GraphBatch([page]), cancellationToken);
    }

    private DocumentGraph Page(string source)
    {
        var page = Some.Document(source).Article(date: Next(6) == 0 ? null : Date());
        for (var facts = 1 + Next(8); facts > 0; facts--)
        {
            var (type, head, tail) = Fact();
            page.Saying(
                type,
                head,
                tail,
                qualifiers: new Qualifiers
                {
                    Title = type == RelationType.HoldsPosition ? Pick("经理", "书记") : null,
                    Date = Next(3) == 0 ? new FactDate(PartialDate.Parse(Date()), IsPrinted: true) : null,
                },
                confidence: (30 + Next(70)) / 100.0,
                status: Next(6) == 0 ? RelationStatus.Planned : RelationStatus.Occurred);
        }

        return page.Build();
    }

    private (RelationType Type, Entity Head, Entity Tail) Fact()
    {
        var (one, other) = (Next(_persons.Length), 1 + Next(_persons.Length - 1));
        return Next(7) switch
        {
            0 or 1 => (RelationType.Attended, Pick(_persons), Pick(_events)),
            2 => (RelationType.Met, _persons[one], _persons[(one + other) % _persons.Length]),
            3 => (RelationType.HoldsPosition, Pick(_persons), Pick(_organizations)),
            4 => (RelationType.LocatedIn, Pick([.. _organizations, .. _events]), Pick(_places)),
            5 => (RelationType.Visited, Pick(_persons), Pick([.. _places, .. _organizations])),
            _ => (RelationType.Attended, Pick(_organizations), Pick(_events)),
        };
    }

    private string Date() => Next(5) switch
    {
        0 => $"{2021 + Next(3)}",
        1 => $"{2021 + Next(3)}-{1 + Next(12):D2}",
        _ => $"{2021 + Next(3)}-{1 + Next(12):D2}-{1 + Next(28):D2}",
    };

    private T Pick<T>(params T[] items) => items[Next(items.Length)];
}
