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
    private const int MostEncounters = 3;

    /// <summary>The first places where they stand together, the nearest kind alone; swapped where the second stands before the first.</summary>
    public List<(Encounter Where, bool Swapped)> Encounters { get; } = [];

    /// <summary>How often they stand together.</summary>
    public int Count { get; private set; }

    public void Meet(Encounter where, bool swapped)
    {
        Count++;
        var isApart = where.Right > where.Left;
        if (Encounters.Count < MostEncounters && !Encounters.Exists(known => known.Where == where || (isApart && known.Where.Left == known.Where.Right)))
            Encounters.Add((where, swapped));
    }
}

/// <summary>Finds the pairs of entities of a page that a relation could hold between.</summary>
internal sealed class EntityPairs
{
    // How far apart, in mentions, two mentions of one sentence or of neighbouring sentences may be.
    private const int Reach = 24;

    // How many organizations before a post could be the one it is held in.
    private const int MostHolders = 4;

    // How many sentences apart.
    private const int FarthestSentence = 2;

    private readonly PageFacts _facts;
    private readonly IReadOnlyList<SentenceTokens> _sentences;
    private readonly Dictionary<(EntityDraft, EntityDraft), EntityPair> _byEnds = [];
    private readonly List<EntityPair> _pairs = [];

    private EntityPairs(PageFacts facts, IReadOnlyList<SentenceTokens> sentences) => (_facts, _sentences) = (facts, sentences);

    public static List<EntityPair> Of(PageFacts facts, IReadOnlyList<SentenceTokens> sentences, EventScenes scenes, Func<string, uint> endingOf)
    {
        var pairs = new EntityPairs(facts, sentences);
        var mentions = pairs.Mentions();
        for (var distance = 0; distance <= FarthestSentence; distance++)
            pairs.AddNeighbours(mentions, distance);

        pairs.AddScenes(scenes);
        pairs.AddHolders(endingOf);
        pairs.AddStated();
        return pairs._pairs;
    }

    private List<(int Sentence, int Token)> Mentions()
    {
        var mentions = new List<(int, int)>();
        for (var s = 0; s < _sentences.Count; s++)
        {
            for (var t = 0; t < _sentences[s].Count; t++)
            {
                if (_sentences[s][t].Entity is not null)
                    mentions.Add((s, t));
            }
        }

        return mentions;
    }

    private void AddNeighbours(List<(int Sentence, int Token)> mentions, int distance)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            for (var k = i + 1; k < mentions.Count && k - i <= Reach && AreTogether(mentions[i].Sentence, mentions[k].Sentence, distance); k++)
            {
                if (mentions[k].Sentence - mentions[i].Sentence == distance)
                    Meet(new Encounter(mentions[i].Sentence, mentions[i].Token, mentions[k].Sentence, mentions[k].Token));
            }
        }
    }

    // Of one part of an article; a headline goes with all that follows.
    private bool AreTogether(int first, int second, int distance)
    {
        var (left, right) = (_facts.Page.Sentences[first], _facts.Page.Sentences[second]);
        return second - first <= distance && left.Article == right.Article && (first == second || left.Section == right.Section || left.IsHeadline);
    }

    // The event that a sentence is about may be named long before.
    private void AddScenes(EventScenes scenes)
    {
        var named = new Dictionary<EntityDraft, (int Sentence, int Token)>();
        for (var s = 0; s < _sentences.Count; s++)
        {
            var scene = _facts.Page.Sentences[s].IsHeadline ? null : scenes.Of(s);
            (int Sentence, int Token)? known = scene is not null && named.TryGetValue(scene, out var at) ? at : null;
            for (var t = 0; t < _sentences[s].Count; t++)
            {
                if (_sentences[s][t].Entity is not { } entity)
                    continue;

                if (known is { } place && entity.Type is not EntityType.Event)
                    Meet(new Encounter(place.Sentence, place.Token, s, t));

                if (entity.Type == EntityType.Event)
                    named[entity] = (s, t);
            }
        }
    }

    // 院长某某: of the hospital, the court, the school that the article named last.
    private void AddHolders(Func<string, uint> endingOf)
    {
        var article = -1;
        var last = new Dictionary<uint, (int Sentence, int Token)>();
        for (var s = 0; s < _sentences.Count; s++)
        {
            if (_facts.Page.Sentences[s].Article != article)
            {
                last.Clear();
                article = _facts.Page.Sentences[s].Article;
            }

            for (var t = 0; t < _sentences[s].Count; t++)
            {
                if (_sentences[s][t].Entity is not { } entity)
                    continue;

                if (entity.Type == EntityType.Organization)
                    last[endingOf(entity.Name)] = (s, t);
                else if (entity.Type == EntityType.Person && _sentences[s].IsTitle(_sentences[s].ListOf(t).First - 1))
                {
                    foreach (var (sentence, token) in last.Values.OrderDescending().Take(MostHolders))
                        Meet(new Encounter(sentence, token, s, t));
                }
            }
        }
    }

    // What a rule stated is weighed, wherever the two stand.
    private void AddStated()
    {
        foreach (var statement in _facts.Statements)
        {
            var pair = new EntityPair(statement.Head, statement.Tail);
            if (!_byEnds.ContainsKey((statement.Tail, statement.Head)) && _byEnds.TryAdd((statement.Head, statement.Tail), pair))
                _pairs.Add(pair);
        }
    }

    private void Meet(Encounter where)
    {
        var (first, second) = (_sentences[where.Left][where.LeftToken].Entity!, _sentences[where.Right][where.RightToken].Entity!);
        if (first == second)
            return;

        if (_byEnds.TryGetValue((second, first), out var other))
        {
            other.Meet(where, swapped: true);
            return;
        }

        if (!_byEnds.TryGetValue((first, second), out var pair))
        {
            _byEnds[(first, second)] = pair = new EntityPair(first, second);
            _pairs.Add(pair);
        }

        pair.Meet(where, swapped: false);
    }
}
