using System.Text.Json;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Asks stores whatever can be asked; question <c>n</c> of the same pages is always the same.</summary>
internal sealed class GeneratedQueries(IReadOnlyList<DocumentGraph> pages, CancellationToken cancellationToken)
{
    // Whoever is in many facts is asked about often.
    private readonly EntityId[] _entities = [.. pages.SelectMany(page => page.Evidence).SelectMany(evidence => (EntityId[])[evidence.HeadId, evidence.TailId])];
    private readonly EntityId[] _persons = [.. pages.SelectMany(page => page.Evidence).Where(evidence => evidence.Type is RelationType.Attended or RelationType.Met).Select(evidence => evidence.HeadId)];
    private readonly Evidence[] _evidence = [.. pages.SelectMany(page => page.Evidence)];
    private readonly string[] _texts =
    [
        .. pages.SelectMany(page => page.Entities).Select(entity => entity.Name),
        .. pages.SelectMany(page => page.Articles).Select(article => article.Headline).OfType<string>(),
        .. pages.SelectMany(page => page.Evidence).Select(evidence => evidence.Sentence),
    ];

    /// <summary>Asks question <paramref name="number"/>.</summary>
    /// <returns>What is asked, and the answer with its order as JSON.</returns>
    public async Task<(string Question, string Answer)> AskAsync(IGraphStore store, int number)
    {
        var random = new Random(number);
        return random.Next(10) switch
        {
            0 or 1 => await RelationsAsync(store, random),
            2 => await EntitiesAsync(store, random),
            3 or 4 => await SearchAsync(store, random),
            5 => await FindAsync(store, random),
            6 => await EvidenceAsync(store, random),
            _ => await QuestionAsync(new StoreAdjacency(store), random),
        };
    }

    private async Task<(string, string)> QuestionAsync(StoreAdjacency way, Random random)
    {
        var (filter, first) = (Filter(random), random.Next(1, 40));
        return random.Next(8) switch
        {
            0 => Told("who met", filter, await WhoMet.AskAsync(way, One(_persons, random), filter, EntityType.Person, first, cancellationToken)),
            1 => Told("paths", filter, await Paths.AskAsync(way, One(_entities, random), One(_entities, random), random.Next(1, 6), random.Next(1, QuestionLimits.MaxHops + 1), [], filter, cancellationToken)),
            2 => Told("around", filter, await Neighbourhood.AskAsync(way, Several(_entities, random, 3), random.Next(1, 4), first, filter, cancellationToken)),
            3 => Told("in common", filter, await CommonConnections.AskAsync(way, Several(_entities, random, 3), filter, first, cancellationToken)),
            4 => Told("together", filter, await CoAttendance.AskAsync(way, Several(_persons, random, 3), filter, first, cancellationToken)),
            5 => Told("new contacts", filter, await NewContacts.AskAsync(way, One(_persons, random), Day(random), filter, EntityType.Person, first, cancellationToken)),
            6 => Told("communities", filter, await Communities.AskAsync(way, filter, first, members: 5, cancellationToken)),
            _ => Told("ranking", filter, await Rankings.AskAsync(way, random.GetItems(Enum.GetValues<RankingMeasure>(), 1)[0], null, filter, first, cancellationToken)),
        };
    }

    /// <summary>Walks all pages of the relations of several.</summary>
    private async Task<(string, string)> RelationsAsync(IGraphStore store, Random random)
    {
        var (filter, request) = (Filter(random), new PageRequest(random.Next(1, 30)) { IsBackward = random.Next(2) == 0 });
        var walks = new List<Page<Relation>>();
        foreach (var entity in Several(_entities, random, 5))
            walks.AddRange(await WalkAsync(request, async page => (await store.ReadRelationsAsync([entity, One(_entities, random)], filter, page, cancellationToken)).GetValueOrDefault(entity, Page<Relation>.Empty)));

        return Told("relations", new { filter, request }, walks);
    }

    private async Task<(string, string)> EntitiesAsync(IGraphStore store, Random random)
    {
        var filter = new EntityFilter
        {
            Type = random.Next(3) == 0 ? null : (EntityType)random.Next(5),
            Order = (EntityOrder)random.Next(3),
            Text = random.Next(3) == 0 ? One(_texts, random)[..1] : null,
            Place = random.Next(5) == 0 ? _evidence.First(evidence => evidence.Type == RelationType.LocatedIn).TailId : null,
            From = random.Next(6) == 0 ? Day(random) : null,
            To = random.Next(6) == 0 ? Day(random) : null,
        };
        var request = new PageRequest(random.Next(1, 60)) { IsBackward = random.Next(2) == 0 };
        return Told("entities", new { filter, request }, await WalkAsync(request, page => store.ListEntitiesAsync(filter, page, cancellationToken)));
    }

    private static async Task<List<Page<T>>> WalkAsync<T>(PageRequest request, Func<PageRequest, Task<Page<T>>> read)
    {
        var walk = new List<Page<T>>();
        do
        {
            var last = walk.Count == 0 ? null : walk[^1].Items[^1].Cursor;
            walk.Add(await read(request.IsBackward ? request with { Before = last } : request with { After = last }));
        }
        while (walk[^1].HasNextPage && walk.Count < 20);

        return walk;
    }

    private async Task<(string, string)> SearchAsync(IGraphStore store, Random random)
    {
        var text = One(_texts, random);
        var start = random.Next(text.Length);
        var part = text.Substring(start, random.Next(1, Math.Min(text.Length - start, random.Next(2) == 0 ? 3 : 12) + 1));
        EntityType[] types = [.. Enum.GetValues<EntityType>().Where(_ => random.Next(6) == 0)];
        var request = new SearchRequest(string.IsNullOrWhiteSpace(part) ? "江" : random.Next(4) == 0 ? part.ToUpperInvariant() : part, types, random.Next(1, 100));
        return SearchText.Fold(request.Text).Length == 0
            ? Told("search", request, "nothing to look for")
            : Told("search", request, await store.SearchAsync(request, cancellationToken));
    }

    private async Task<(string, string)> FindAsync(IGraphStore store, Random random)
    {
        var (entities, relations) = (Several(_entities, random, 20), Several(_evidence, random, 20).Select(evidence => evidence.RelationId).ToList());
        var documents = Several([.. pages], random, 3).Select(page => page.Document.Id).ToList();
        var articles = Several(_evidence, random, 5).Select(evidence => evidence.ArticleId).ToList();
        return Told("by id", new { entities, relations, documents, articles }, new
        {
            entities = Ordered(await store.FindEntitiesAsync(entities, cancellationToken)),
            relations = Ordered(await store.FindRelationsAsync(relations, cancellationToken)),
            documents = Ordered(await store.FindDocumentsAsync(documents, cancellationToken)),
            articles = Ordered(await store.FindArticlesAsync(articles, cancellationToken)),
            byDocument = Ordered(await store.ReadArticlesAsync(documents, cancellationToken)),
        });
    }

    private async Task<(string, string)> EvidenceAsync(IGraphStore store, Random random)
    {
        var (relations, entities, limit) = (Several(_evidence, random, 10).Select(evidence => evidence.RelationId).ToList(), Several(_entities, random, 10), random.Next(1, 6));
        return Told("evidence and mentions", new { relations, entities, limit }, new
        {
            evidence = Ordered(await store.ReadEvidenceAsync(relations, limit, cancellationToken)),
            mentions = Ordered(await store.ReadMentionsAsync(entities, limit, cancellationToken)),
        });
    }

    private static RelationFilter Filter(Random random) => new()
    {
        Types = random.Next(2) == 0 ? [] : [.. Enum.GetValues<RelationType>().Where(_ => random.Next(3) == 0)],
        Status = random.Next(4) switch { 0 => (RelationStatus)random.Next(4), 1 => RelationStatus.Occurred, _ => null },
        Direction = (RelationDirection)Math.Max(0, random.Next(-3, 3)),
        From = random.Next(5) == 0 ? Day(random) : null,
        To = random.Next(5) == 0 ? Day(random) : null,
        MinConfidence = random.Next(3) == 0 ? random.Next(11) / 10.0 : 0,
        AsOf = random.Next(5) == 0 ? new AsOf(Day(random)) : null,
    };

    private static DateOnly Day(Random random) => new DateOnly(2010, 1, 1).AddDays(random.Next(14 * 365));

    private static T One<T>(T[] items, Random random) => items[random.Next(items.Length)];

    private static T[] Several<T>(T[] items, Random random, int most) => [.. Enumerable.Range(0, random.Next(2, most + 1)).Select(_ => One(items, random)).Distinct()];

    // The order of a dictionary means nothing; that of what is in it does.
    private static IEnumerable<object> Ordered<TId, T>(IReadOnlyDictionary<TId, T> found)
        where TId : notnull =>
        found.OrderBy(pair => $"{pair.Key}", StringComparer.Ordinal).Select(pair => new { Id = $"{pair.Key}", pair.Value });

    private static (string, string) Told(string question, object asked, object? answer) =>
        ($"{question} {JsonSerializer.Serialize(asked)}", JsonSerializer.Serialize(answer));
}
