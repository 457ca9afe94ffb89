using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Which event a sentence is about when it only says 大会, 活动, 现场 or nothing.</summary>
internal sealed class EventScenes
{
    private static readonly string[] _generic = ["活动", "大会", "会议", "论坛", "仪式", "现场", "会上", "推介会", "对接会", "恳谈会", "座谈会", "竞赛", "大赛", "比赛", "考试", "开幕式", "启动仪式", "会"];

    private readonly PageFacts _facts;
    private readonly Lazy<EntityDraft?>[] _ofSentences;
    private readonly Dictionary<(int Article, int Section), List<EntityMention>> _bySection = [];

    public EventScenes(PageFacts facts)
    {
        _facts = facts;
        _ofSentences = [.. facts.Page.Sentences.Select((sentence, s) => new Lazy<EntityDraft?>(() => For(s, sentence.Start, sentence.End)))];
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            foreach (var mention in facts.MentionsIn(s).Where(mention => mention.Type == EntityType.Event && IsScene(facts.Text, mention)))
            {
                var key = (sentence.Article, sentence.Section);
                if (!_bySection.TryGetValue(key, out var list))
                    _bySection[key] = list = [];

                list.Add(mention);
            }
        }
    }

    /// <summary>The event that a whole sentence is about; looked for once.</summary>
    public EntityDraft? Of(int sentence) => _ofSentences[sentence].Value;

    /// <summary>
    /// The event that a clause from <paramref name="start"/> to <paramref name="end"/> of a sentence is about: one it names, else one the
    /// sentence names before it, else the one that the section told of last.
    /// </summary>
    public EntityDraft? For(int sentence, int start, int end)
    {
        var named = _facts.Between(sentence, start, end).Where(mention => mention.Type == EntityType.Event && IsScene(_facts.Text, mention)).ToList();
        if (named.Count > 0)
            return named[^1].Entity;

        var earlier = _facts.Between(sentence, _facts.Page.Sentences[sentence].Start, start).LastOrDefault(mention => mention.Type == EntityType.Event && IsScene(_facts.Text, mention));
        return earlier.Entity ?? Current(sentence, _facts.Text[start..end]);
    }

    /// <summary>The event under way before a sentence, by the words that refer to it.</summary>
    public EntityDraft? Current(int sentence, string words)
    {
        var where = _facts.Page.Sentences[sentence];
        var before = InReach(where.Article, where.Section).Where(mention => mention.Start < where.Start).ToList();
        if (before.Count == 0)
            return null;

        foreach (var noun in _generic.Where(noun => noun.Length >= 2 && words.Contains(noun, StringComparison.Ordinal)))
        {
            var kind = before.FindLast(mention => mention.Entity.Name.EndsWith(noun, StringComparison.Ordinal));
            if (kind.Entity is not null)
                return kind.Entity;
        }

        return Main(before);
    }

    // 贯彻党的二十届三中全会精神, 党的十八大以来: named, but not told of.
    private static bool IsScene(string text, EntityMention mention) =>
        !mention.Entity.Name.StartsWith("党的", StringComparison.Ordinal)
        && !(mention.End + 2 <= text.Length && text.AsSpan(mention.End, 2) is "精神" or "以来")
        && !(mention.Start >= 2 && text.AsSpan(mention.Start - 2, 2) is "贯彻" or "学习" or "落实");

    // The event that the section names most often, the first of those.
    private static EntityDraft Main(List<EntityMention> mentions) =>
        mentions.GroupBy(mention => mention.Entity).OrderByDescending(group => group.Count()).ThenBy(group => group.First().Start).First().Key;

    private List<EntityMention> InReach(int article, int section)
    {
        var own = _bySection.GetValueOrDefault((article, section));
        if (own is not null)
            return own;

        var isRoundUp = _facts.Page.Articles[article].Paragraphs.Count(paragraph => paragraph.Section != 0) > 2;
        return isRoundUp ? [] : _bySection.GetValueOrDefault((article, 0)) ?? [];
    }
}
