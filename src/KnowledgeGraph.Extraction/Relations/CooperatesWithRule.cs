using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Who works with whom without signing, and what they set up together: A与B共建C; A与B保持长期合作; A联合B.</summary>
internal static class CooperatesWithRule
{
    private const string Rule = "cooperation";

    private static readonly string[] _triggers = ["共建", "联合成立", "共同成立", "合作成立", "联合设立", "共同设立", "共同举办", "共同建设", "合作共建", "联合共建", "共同组建", "联合组建", "合作设立", "合办", "合作", "携手", "共同运营", "联合编制", "共同举办", "联合举办", "合资建设", "联合培养", "共同承担"];

    private static readonly string[] _hopes = ["希望", "期待", "愿", "争取", "探讨", "建议", "加强", "深化", "推动", "进一步"];

    public static void Apply(PageFacts facts)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            if (sentence.IsHeadline)
                continue;

            foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _triggers))
                Read(facts, s, sentence.Start, sentence.End, index, word);
        }
    }

    private static void Read(PageFacts facts, int s, int start, int end, int index, string word)
    {
        var clauseStart = Clauses.StartOf(facts.Text, start, index);
        var isHope = _hopes.Any(hope => facts.Text.AsSpan(start, index - start).IndexOf(hope) >= 0);
        var partners = facts.Between(s, clauseStart, index).Where(mention => PageFacts.IsActor(mention.Entity)).ToList();
        var linked = new List<EntityMention>();
        for (var i = 0; i + 1 < partners.Count; i++)
        {
            var gap = facts.Text[partners[i].End..Math.Max(partners[i].End, partners[i + 1].Start)];
            if (gap.Length <= 12 && (gap.Contains('与') || gap.Contains('和') || gap.Contains("联合", StringComparison.Ordinal) || gap.Contains('同') || gap.Contains('、')))
            {
                linked.Add(partners[i]);
                linked.Add(partners[i + 1]);
            }
        }

        // 公司还将与B共建C: the subject is a noun.
        if (linked.Count == 0 && partners.Count == 1 && facts.Text.AsSpan(clauseStart, Math.Max(0, partners[0].Start - clauseStart)).IndexOfAny('与', '同', '和') >= 0
            && (Subject(facts, s, clauseStart, partners[0].Start) ?? facts.Between(s, start, clauseStart).FirstOrDefault(mention => mention.Type == EntityType.Organization).Entity) is { } subject)
            linked = [new EntityMention(clauseStart, clauseStart, subject), partners[0]];

        var members = linked.Select(mention => mention.Entity).Distinct().ToList();
        // Who signs does not count as who cooperates.
        if (members.Count < 2 || isHope || facts.Text.AsSpan(start, end - start).IndexOf("签") >= 0)
            return;

        // Who holds an event together is its organizers, not more.
        if (word is "共同举办" or "联合举办" && facts.MentionsIn(s).Any(mention => mention.Type == EntityType.Event))
            return;

        for (var i = 0; i < members.Count; i++)
        {
            for (var k = i + 1; k < members.Count; k++)
                facts.State(RelationType.CooperatesWith, members[i], members[k], s, Rule, cue: Cue.At(index, word));
        }

        if (!word.Contains('建') && word is not ("合办" or "共同举办" or "联合举办") && !word.EndsWith("设立", StringComparison.Ordinal) && !word.EndsWith("成立", StringComparison.Ordinal))
            return;

        if (Founded(facts, s, start, clauseStart, index + word.Length, end) is not { } founded)
            return;

        foreach (var member in members)
        {
            facts.State(RelationType.PartOf, founded, member, s, Rule, cue: Cue.At(index, word));
            facts.State(RelationType.Organized, member, founded, s, Rule, cue: Cue.At(index, word));
        }
    }

    // What they set up stands behind the verb, or the clause before tells of it.
    private static EntityDraft? Founded(PageFacts facts, int s, int start, int clauseStart, int verbEnd, int end) =>
        facts.Between(s, verbEnd, end).FirstOrDefault(mention => mention.Type is EntityType.Organization or EntityType.Project && mention.Start - verbEnd <= 12).Entity
        ?? facts.Between(s, start, clauseStart).LastOrDefault(mention => mention.Type is EntityType.Organization or EntityType.Project).Entity
        ?? (Clauses.Last(facts.Text, clauseStart, verbEnd, '由') is >= 0 and var by ? facts.Between(s, clauseStart, by).LastOrDefault(mention => mention.Type is EntityType.Organization or EntityType.Project).Entity : null);

    private static EntityDraft? Subject(PageFacts facts, int s, int start, int end)
    {
        var from = facts.Page.Articles[facts.Page.Sentences[s].Article].Start;
        for (var i = end; i > start + 1; i--)
        {
            if (Anaphora.NounAtEnd(facts.Text.AsSpan(start, i - start)) is { } noun)
                return facts.Anaphora.Resolve(noun, from, start);
        }

        return null;
    }
}
