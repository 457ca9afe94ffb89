using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations.Ranking;

/// <summary>Two mentions that stand together: in one sentence, in neighbouring ones, or as a person and the event that is told of.</summary>
/// <param name="Left">The sentence of the mention that comes first.</param>
/// <param name="LeftToken">Which of its tokens that is.</param>
/// <param name="Right">The sentence of the other.</param>
/// <param name="RightToken">Which of its tokens that is.</param>
internal readonly record struct Encounter(int Left, int LeftToken, int Right, int RightToken);

/// <summary>Two entities, the one that is named first, and where they stand together.</summary>
internal sealed record EntityPair(EntityDraft First, EntityDraft Second)
{
    public const int Most = 3;

    public List<(Encounter Where, bool Swapped)> Encounters { get; } = [];

    public int Count { get; set; }
}

/// <summary>Finds the pairs of entities of a page that a relation could hold between.</summary>
internal static class EntityPairs
{
    // How far apart, in mentions, two mentions of one sentence or of neighbouring sentences may be.
    private const int Reach = 24;

    public static List<EntityPair> Of(PageFacts facts, IReadOnlyList<SentenceTokens> sentences, EventScenes scenes)
    {
        var pairs = new Dictionary<(EntityDraft, EntityDraft), EntityPair>();
        var list = new List<EntityPair>();
        var mentions = new List<(int Sentence, int Token)>();
        for (var s = 0; s < sentences.Count; s++)
        {
            for (var t = 0; t < sentences[s].Count; t++)
            {
                if (sentences[s][t].Entity is not null)
                    mentions.Add((s, t));
            }
        }

        for (var distance = 0; distance <= 2; distance++)
        {
            for (var i = 0; i < mentions.Count; i++)
            {
                for (var k = i + 1; k < mentions.Count && k - i <= Reach; k++)
                {
                    var (left, right) = (facts.Page.Sentences[mentions[i].Sentence], facts.Page.Sentences[mentions[k].Sentence]);
                    var apart = mentions[k].Sentence - mentions[i].Sentence;
                    if (apart > distance || left.Article != right.Article || (apart > 0 && left.Section != right.Section && !left.IsHeadline))
                        break;

                    if (apart == distance)
                        Meet(sentences[mentions[i].Sentence][mentions[i].Token].Entity!, sentences[mentions[k].Sentence][mentions[k].Token].Entity!, new Encounter(mentions[i].Sentence, mentions[i].Token, mentions[k].Sentence, mentions[k].Token));
                }
            }
        }

        AddScenes();
        foreach (var statement in facts.Statements)
        {
            var pair = new EntityPair(statement.Head, statement.Tail);
            if (!pairs.ContainsKey((statement.Tail, statement.Head)) && pairs.TryAdd((statement.Head, statement.Tail), pair))
                list.Add(pair);
        }

        return list;

        // The event that a sentence is about may be named long before.
        void AddScenes()
        {
            var named = new Dictionary<EntityDraft, (int Sentence, int Token)>();
            for (var s = 0; s < sentences.Count; s++)
            {
                var sentence = facts.Page.Sentences[s];
                var scene = sentence.IsHeadline ? null : scenes.For(s, sentence.Start, sentence.End);
                var known = (0, 0);
                var isNamed = scene is not null && named.TryGetValue(scene, out known);
                for (var t = 0; t < sentences[s].Count; t++)
                {
                    if (sentences[s][t].Entity is not { } entity)
                        continue;

                    if (isNamed && entity.Type is not EntityType.Event)
                        Meet(scene!, entity, new Encounter(known.Item1, known.Item2, s, t));

                    if (entity.Type == EntityType.Event)
                        named[entity] = (s, t);
                }
            }
        }

        void Meet(EntityDraft first, EntityDraft second, Encounter where)
        {
            if (first == second)
                return;

            var swapped = false;
            if (!pairs.TryGetValue((first, second), out var pair) && !(swapped = pairs.TryGetValue((second, first), out pair)))
            {
                pairs[(first, second)] = pair = new EntityPair(first, second);
                list.Add(pair);
            }

            pair!.Count++;
            if (pair.Encounters.Exists(met => met.Where == where))
                return;

            var apart = where.Right > where.Left;
            if (pair.Encounters.Count < EntityPair.Most && !(apart && pair.Encounters.Exists(known => known.Where.Left == known.Where.Right)))
                pair.Encounters.Add((where, swapped));
        }
    }
}
