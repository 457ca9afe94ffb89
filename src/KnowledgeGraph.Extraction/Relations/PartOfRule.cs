using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>What belongs to what: A是B的控股子公司; B旗下A; A、B共建的C; names that begin with another's name.</summary>
internal static class PartOfRule
{
    private static readonly string[] _subsidiary = ["子公司", "旗下", "下属", "隶属", "分公司", "所属"];

    public static void Apply(PageFacts facts)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _subsidiary))
                ReadSubsidiary(facts, s, sentence.Start, sentence.End, index, word);

            ReadAdjacent(facts, s);
            foreach (var (index, _) in Clauses.All(facts.Text, sentence.Start, sentence.End, ["下设"]))
                ReadDepartments(facts, s, sentence.Start, sentence.End, index);
        }

        ReadNames(facts);
    }

    // A下设B、C
    private static void ReadDepartments(PageFacts facts, int s, int start, int end, int index)
    {
        var whole = facts.Between(s, start, index).FirstOrDefault(mention => mention.Type == EntityType.Organization);
        if (whole.Entity is null)
            return;

        var comma = facts.Text.IndexOf('，', index, end - index);
        foreach (var part in facts.Between(s, index, comma < 0 ? end : comma).Where(mention => mention.Type == EntityType.Organization))
            facts.State(RelationType.PartOf, part.Entity, whole.Entity, s, "department", cue: Cue.At(index, "下设"));
    }

    private static void ReadSubsidiary(PageFacts facts, int s, int start, int end, int index, string word)
    {
        if (facts.MentionsIn(s).Any(mention => mention.Start <= index && mention.End > index))
            return;

        var before = facts.Between(s, start, index).Where(mention => mention.Type == EntityType.Organization).ToList();
        var after = facts.Between(s, index + word.Length, end).FirstOrDefault(mention => mention.Type == EntityType.Organization && mention.Start - index - word.Length <= 4);
        if (before.Count == 0)
        {
            // 全资子公司X: of whom the text told last.
            if (after.Entity is not null && facts.Anaphora.Nearest(EntityType.Organization, facts.Page.Articles[facts.Page.Sentences[s].Article].Start, index) is { } owner)
                facts.State(RelationType.PartOf, after.Entity, owner, s, "subsidiary", cue: Cue.At(index, word));

            return;
        }

        if (after.Entity is not null)
        {
            facts.State(RelationType.PartOf, after.Entity, before[^1].Entity, s, "subsidiary", cue: Cue.At(index, word));
            return;
        }

        // A是B的子公司, A成为B的子公司
        if (before.Count >= 2 && facts.Text[before[^2].End..before[^1].Start] is var link && (link.Contains('是') || link.Contains('为')))
            facts.State(RelationType.PartOf, before[^2].Entity, before[^1].Entity, s, "subsidiary", cue: Cue.At(index, word));
    }

    // 该校国家重点实验室, 天津师范大学…研究中心: what is named right behind the one it belongs to.
    private static void ReadAdjacent(PageFacts facts, int s)
    {
        var mentions = facts.MentionsIn(s);
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var (whole, part) = (mentions[i], mentions[i + 1]);
            if (whole.Type == EntityType.Organization && part.Type == EntityType.Organization && whole.End == part.Start
                && part.Entity.Name is [.., '心'] or [.., '室'] or [.., '院'] or [.., '所'] or [.., '部'] or [.., '局'] or [.., '系'] or [.., '会'])
                facts.State(RelationType.PartOf, part.Entity, whole.Entity, s, "behind its owner");
        }
    }

    // 区委组织部 is part of 区委, 山东大学药学院 of 山东大学: the names say so.
    private static void ReadNames(PageFacts facts)
    {
        var byName = new Dictionary<string, EntityDraft>(StringComparer.Ordinal);
        foreach (var organization in facts.Entities.Where(entity => entity.Type == EntityType.Organization))
            byName.TryAdd(organization.Name, organization);

        foreach (var part in facts.Entities.Where(entity => entity.Type == EntityType.Organization && entity.Mentions.Count > 0).ToList())
        {
            var s = SentenceAt(facts.Page.Sentences, part.Mentions.Min(mention => mention.Start));
            if (s >= 0 && LongestBeginning(part.Name, byName) is { } whole)
                facts.State(RelationType.PartOf, part, whole, s, "name contains name");
        }
    }

    private static EntityDraft? LongestBeginning(string name, Dictionary<string, EntityDraft> byName)
    {
        for (var length = name.Length - 1; length >= 3; length--)
        {
            if (byName.TryGetValue(name[..length], out var whole))
                return whole;
        }

        return null;
    }

    internal static int SentenceAt(IReadOnlyList<Reading.Sentence> sentences, int position)
    {
        var (low, high) = (0, sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low < sentences.Count && sentences[low].Start <= position ? low : -1;
    }
}
