using KnowledgeGraph.Graph;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Made-up pages in which facts are as unlike as they come: planned, denied, doubtful, undated, of one day, stated again and again.</summary>
internal static class GeneratedNews
{
    private static readonly double[] _confidences = [0.35, 0.5, 0.5, 0.8, 0.9, 0.9, 1];
    private static readonly PartialDate?[] _days = [null, null, .. ((string[])["2019", "2019-05", "2019-05-04", "2021-12-31", "2022-01", "2023"]).Select(PartialDate.Parse)];

    public static DocumentGraph Page(int number)
    {
        var random = new Random(number);
        if (number % 3 == 0)
            return Meeting(random, number);

        var page = MadeUpArchive.Page(number);
        return page with { Evidence = [.. page.Evidence.Select(evidence => Vary(evidence, random))] };
    }

    private static Evidence Vary(Evidence evidence, Random random) => evidence with
    {
        Confidence = _confidences[random.Next(_confidences.Length)],
        Status = (RelationStatus)Math.Max(0, random.Next(-4, 4)),
        Reported = _days[random.Next(_days.Length)],
    };

    /// <summary>A page on which a few people meet, visit each other's companies and turn up at the same few events.</summary>
    private static DocumentGraph Meeting(Random random, int number)
    {
        var page = Some.Document($"meetings/{number}.txt", $"会见第{number}号\n");
        for (var sentence = 0; sentence < 12; sentence++)
        {
            var (one, other) = (random.Next(12), random.Next(12));
            if (one == other)
                continue;

            var day = _days[random.Next(_days.Length)];
            var when = new Qualifiers { Date = day is { } date ? new FactDate(date, IsPrinted: random.Next(2) == 0) : null };
            var confidence = _confidences[random.Next(_confidences.Length)];
            var status = (RelationStatus)Math.Max(0, random.Next(-4, 4));
            page = random.Next(4) switch
            {
                0 => page.Saying(RelationType.Met, Person(one), Person(other), qualifiers: when, confidence: confidence, status: status),
                1 => page.Saying(RelationType.Visited, Person(one), Company(other), qualifiers: when, confidence: confidence, status: status),
                2 => page.Saying(RelationType.CooperatesWith, Company(one), Company(other), confidence: confidence, status: status),
                _ => page.Saying(RelationType.Attended, Person(one), Some.Event($"第{other}届Emerald论坛", "2019"), qualifiers: when, confidence: confidence, status: status),
            };
        }

        return page.Build();
    }

    private static Entity Person(int number) => Some.Person($"孟{"怀瑾清和屿明远致知行简若"[number]}");

    private static Entity Company(int number) => Some.Organization($"{"江澄湖沙山桥石金梅岭岸天"[number]}新材料Beta有限公司");
}
