using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Who put money into what: A投资3亿元建设P; P由A投资建设; A收购B股权; 由A领投、B跟投; A、B共同出资设立F.</summary>
internal static class InvestedInRule
{
    private const string Rule = "investment";

    private static readonly string[] _triggers =
        ["投资建设", "投资", "出资", "斥资", "注资", "入股", "参股", "增资", "收购", "领投", "跟投", "控股", "资助", "投向", "合资", "并购", "筹资", "买下", "拿下", "提供资金"];

    // 投资环境, 投资者, 签订投资协议: no one invests.
    private static readonly string[] _otherUses = ["推介", "环境", "者", "促进", "兴业", "合作", "协议", "额", "强度", "领域", "方向", "人", "意向", "机会", "热", "信心", "股东", "子公司", "价值", "标的", "机构", "公司", "基金"];

    private static readonly string[] _plans = ["拟", "计划投资", "打算", "考虑", "将投资", "将出资", "将在"];

    private static readonly string[] _founds = ["设立", "成立", "组建", "总部"];

    private static readonly string[] _owned = ["独资", "全资", "总部", "子公司"];

    public static void Apply(PageFacts facts)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            EntityDraft? financed = null;
            foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _triggers))
            {
                if (IsInvesting(facts, s, index, word))
                    financed = Read(facts, s, index, word, financed) ?? financed;
            }
        }
    }

    private static bool IsInvesting(PageFacts facts, int s, int index, string word) =>
        !(index >= 1 && facts.Text[index - 1] is '总' or '招' or '被')
        && !(word is "投资" or "控股" or "收购" && Array.Exists(_otherUses, use => string.CompareOrdinal(facts.Text, index + word.Length, use, 0, use.Length) == 0))
        && !facts.MentionsIn(s).Any(mention => mention.Start <= index && mention.End > index);

    // Gives what was financed, so that a second investor of the sentence (…跟投) finds it.
    private static EntityDraft? Read(PageFacts facts, int s, int index, string word, EntityDraft? financed)
    {
        var (start, end) = (facts.Page.Sentences[s].Start, facts.Page.Sentences[s].End);
        var clauseStart = Clauses.StartOf(facts.Text, start, index);
        var by = Clauses.Last(facts.Text, clauseStart, index, '由', '被', '获');
        var amount = Amounts.First(facts.Text, clauseStart, Math.Min(end, index + 30));
        var status = Array.Exists(_plans, plan => facts.Text.AsSpan(clauseStart, index - clauseStart).IndexOf(plan) >= 0) ? RelationStatus.Planned : RelationStatus.Occurred;

        if (by >= 0 || word is "领投" or "跟投")
        {
            var investors = Actors(facts, s, by >= 0 ? by + 1 : clauseStart, index);
            var target = (word is "领投" or "跟投" ? financed : null)
                ?? Before(facts, s, clauseStart, by >= 0 ? by : clauseStart)
                ?? FirstOf(facts, s, start, by >= 0 ? by : clauseStart, investors)
                ?? (word is "领投" or "跟投" ? Earlier(facts, s, EntityType.Organization) : After(facts, s, index + word.Length, end));
            if (target is not null)
                State(facts, s, investors, target, amount, status);

            return target;
        }

        var given = facts.Between(s, clauseStart, index).LastOrDefault(mention => mention.Start > clauseStart && facts.Text[mention.Start - 1] is '向' or '对' && mention.Type is EntityType.Organization or EntityType.Project);
        var own = Actors(facts, s, clauseStart, given.Entity is null ? index : given.Start);
        if (own.Count == 0)
            own = FirstOf(facts, s, start, clauseStart, []) is { Type: EntityType.Organization } subject ? [new EntityMention(start, start, subject)]
                : Earlier(facts, s, EntityType.Organization) is { } earlier ? [new EntityMention(start, start, earlier)] : [];

        var found = given.Entity ?? After(facts, s, index + word.Length, end);
        if (found is null || own.Count == 0)
            return null;

        State(facts, s, own, found, amount, status);
        if (found.Type == EntityType.Organization && Array.Exists(_founds, verb => facts.Text.AsSpan(index, Math.Min(20, end - index)).IndexOf(verb) >= 0)
            && Array.Exists(_owned, kind => facts.Text.AsSpan(index, end - index).IndexOf(kind) >= 0))
            facts.State(RelationType.PartOf, found, own[^1].Entity, s, Rule, 0.7);

        return found;
    }

    private static void State(PageFacts facts, int s, List<EntityMention> investors, EntityDraft target, Amount? amount, RelationStatus status)
    {
        foreach (var investor in investors)
        {
            facts.State(RelationType.InvestedIn, investor.Entity, target, s, Rule, 0.8, new Qualifiers { Amount = amount }, status);
            if (target.Type == EntityType.Project)
                facts.State(RelationType.Organized, investor.Entity, target, s, Rule, 0.8);
        }
    }

    private static List<EntityMention> Actors(PageFacts facts, int s, int start, int end) =>
        OrganizedRule.Chain(facts.Text, [.. facts.Between(s, start, end).Where(mention => mention.Type == EntityType.Organization)]);

    // What a passive is about: the nearest thing before 由 in its clause.
    private static EntityDraft? Before(PageFacts facts, int s, int start, int end) =>
        facts.Between(s, start, Math.Max(start, end)).LastOrDefault(mention => mention.Type is EntityType.Project or EntityType.Organization).Entity;

    private static EntityDraft? FirstOf(PageFacts facts, int s, int start, int end, List<EntityMention> without) =>
        facts.Between(s, start, Math.Max(start, end)).FirstOrDefault(mention => mention.Type is EntityType.Organization or EntityType.Project && without.All(other => other.Entity != mention.Entity)).Entity;

    private static EntityDraft? After(PageFacts facts, int s, int start, int end)
    {
        var stop = start < end ? facts.Text.IndexOfAny(['；', '。'], start, end - start) : -1;
        foreach (var mention in facts.Between(s, start, stop < 0 ? end : stop))
        {
            // 从A手中收购B, 联合A出资: A is not what the money goes into.
            if (mention.Type is EntityType.Project or EntityType.Organization && facts.Text[mention.Start - 1] is not ('从' or '与' or '由' or '同') && !facts.Text.AsSpan(0, mention.Start).EndsWith("联合"))
                return mention.Entity;
        }

        return null;
    }

    // The subject of the sentence before, in the same part of the article.
    private static EntityDraft? Earlier(PageFacts facts, int s, EntityType type)
    {
        if (s == 0)
            return null;

        var (here, before) = (facts.Page.Sentences[s], facts.Page.Sentences[s - 1]);
        return here.Article == before.Article && here.Section == before.Section && !before.IsHeadline
            ? facts.MentionsIn(s - 1).FirstOrDefault(mention => mention.Type == type).Entity
            : null;
    }
}
