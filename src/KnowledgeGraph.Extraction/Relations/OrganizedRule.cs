using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Who holds an event or runs a project: E由A主办、B承办; 由A举办的E; A组织开展E.</summary>
internal static class OrganizedRule
{
    private const string Rule = "organizer";

    private static readonly string[] _triggers =
        ["联合主办", "共同主办", "主办", "承办", "协办", "联合举办", "共同举办", "举办", "联合组织", "组织开展", "组织", "发起", "推出", "联合摄制", "举行", "召开", "启动"];

    private static readonly string[] _onlyPassive = ["举行", "召开", "启动", "推出"];

    private static readonly string[] _builds = ["负责建设", "负责施工", "承建", "施工", "负责运营", "负责日常运行", "建设运营", "实施建设"];

    public static void Apply(PageFacts facts, EventScenes events)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            if (sentence.IsHeadline)
                continue;

            ReadBuilders(facts, s, sentence.Start, sentence.End);
            ReadSentence(facts, events, s, sentence.Start, sentence.End);
        }
    }

    // P由A负责建设
    private static void ReadBuilders(PageFacts facts, int s, int start, int end)
    {
        foreach (var (index, word) in Clauses.All(facts.Text, start, end, _builds))
        {
            var by = Clauses.Last(facts.Text, start, index, '由');
            var project = by < 0 ? default : facts.Between(s, start, by).LastOrDefault(mention => mention.Type == EntityType.Project);
            if (project.Entity is null)
                continue;

            foreach (var builder in facts.Between(s, by, index).Where(mention => mention.Type == EntityType.Organization))
                facts.State(RelationType.Organized, builder.Entity, project.Entity, s, Rule, cue: Cue.At(index, word));
        }
    }

    private static void ReadSentence(PageFacts facts, EventScenes events, int s, int start, int end)
    {
        var from = start;
        var hasBy = false;
        foreach (var (index, word) in Clauses.All(facts.Text, start, end, _triggers))
        {
            // 组织 in 组织部 is no verb.
            if (facts.MentionsIn(s).Any(mention => mention.Start <= index && mention.End > index))
                continue;

            var by = Clauses.Last(facts.Text, from, index, '由');
            hasBy |= by >= 0;
            var listStart = by >= 0 ? by + 1 : from;
            var organizers = facts.Between(s, listStart, index).Where(mention => PageFacts.IsActor(mention.Entity) && !(mention.Type == EntityType.Place && mention.Start > start && facts.Text[mention.Start - 1] == '在')).ToList();
            var isList = organizers.Count > 0 && Adjoins(facts.Text, organizers[^1].End, index);
            if (isList && !FoundsOther(facts, s, index + word.Length, end) && (hasBy || !_onlyPassive.Contains(word) || NextEvent(facts, s, index, end) is not null))
            {
                var scene = NextEvent(facts, s, index + word.Length, end) ?? facts.Between(s, start, listStart).LastOrDefault(mention => mention.Type == EntityType.Event).Entity
                    ?? (hasBy || word.Contains('办') || word.Contains("组织", StringComparison.Ordinal) ? events.Current(s, facts.Text[start..listStart]) : null);

                if (scene is not null)
                {
                    foreach (var organizer in Chain(facts.Text, organizers))
                        facts.State(RelationType.Organized, organizer.Entity, scene, s, Rule, new Qualifiers { Role = word }, cue: Cue.At(index, word));
                }
            }

            from = index + word.Length;
        }
    }

    // 由A、B发起的C: it is C that they founded, and no event.
    private static bool FoundsOther(PageFacts facts, int s, int position, int end) =>
        position < end && facts.Text[position] == '的' && facts.Between(s, position, end).FirstOrDefault() is { Entity: not null, Type: EntityType.Organization } next && next.Start == position + 1;

    // What the organizer holds stands right behind the verb.
    private static EntityDraft? NextEvent(PageFacts facts, int s, int position, int end)
    {
        var next = facts.Between(s, position, end).FirstOrDefault(mention => mention.Type == EntityType.Event);
        return next.Entity is not null && next.Start - position <= 12 && facts.Text.AsSpan(position, next.Start - position).IndexOfAny('，', '；') < 0 ? next.Entity : null;
    }

    private static bool Adjoins(string text, int end, int index) =>
        index - end <= 8 && text.AsSpan(end, index - end).IndexOfAny('，', '；', '。') < 0;

    /// <summary>The end of a list: mentions that follow each other with only 、 and 和 between them.</summary>
    internal static List<EntityMention> Chain(string text, List<EntityMention> mentions)
    {
        var chain = new List<EntityMention>();
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            if (chain.Count > 0)
            {
                var gap = text[mentions[i].End..Math.Max(mentions[i].End, chain[^1].Start)];
                if (gap.Length > 14 || gap.Contains('，') || !(gap.Length == 0 || gap.Contains('、') || gap.Contains('和') || gap.Contains('与') || gap.Contains("联合", StringComparison.Ordinal) || gap.Contains('及') || gap.Contains('）') || gap == "（" || mentions[i].Entity == chain[^1].Entity))
                    break;
            }

            chain.Add(mentions[i]);
        }

        chain.Reverse();
        return chain;
    }
}
