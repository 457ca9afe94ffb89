using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>What is where: E在P举行; 位于P的O; O落户P; P1P2 one behind the other; venues whose name begins with their city.</summary>
internal sealed class LocatedInRule(PlaceLexicon places)
{
    private static readonly string[] _held = ["举行", "召开", "举办", "开幕", "启动", "启幕", "落幕", "落下帷幕", "拉开帷幕", "开考", "开赛", "收官", "闭幕", "亮相", "开园", "揭牌", "开展", "开工", "开席", "走进"];

    private static readonly string[] _settles = ["落户", "选址", "落地", "坐落于", "坐落在", "位于", "设在", "入驻", "地处", "设于", "建在", "放在"];

    public void Apply(PageFacts facts, EventScenes events)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            ReadChains(facts, s);
            ReadHeld(facts, events, s);
            ReadSettled(facts, s);
            ReadBuiltIn(facts, s);
        }

        ReadDivisions(facts);
    }

    private static void ReadChains(PageFacts facts, int s)
    {
        var mentions = facts.MentionsIn(s);
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var (outer, inner) = (mentions[i], mentions[i + 1]);
            var gap = inner.Start >= outer.End ? facts.Text[outer.End..inner.Start] : "?";
            if (outer.Type == EntityType.Place && (gap.Length == 0 || (gap == "的" && inner.Type is EntityType.Place or EntityType.Project)) && inner.Type is EntityType.Place or EntityType.Project or EntityType.Organization)
                facts.State(RelationType.LocatedIn, inner.Entity, outer.Entity, s, "place before name", 0.75);
        }
    }

    private static void ReadHeld(PageFacts facts, EventScenes events, int s)
    {
        var sentence = facts.Page.Sentences[s];
        foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _held))
        {
            var place = word == "走进"
                ? facts.Between(s, index, Math.Min(sentence.End, index + 30)).FirstOrDefault(IsVenue)
                : facts.Between(s, sentence.Start, index).LastOrDefault(IsVenue);
            if (place.Entity is null)
                continue;

            var isAt = word == "走进" || Precedes(facts.Text, sentence.Start, place.Start, "在") && index - place.End <= 12 && facts.Text.AsSpan(place.End, index - place.End).IndexOf('，') < 0;
            if (!isAt)
                continue;

            var scene = facts.Between(s, sentence.Start, place.Start).LastOrDefault(mention => mention.Type == EntityType.Event).Entity
                ?? facts.Between(s, index, sentence.End).FirstOrDefault(mention => mention.Type == EntityType.Event && mention.Start - index <= 6).Entity
                ?? (word == "走进" ? null : events.Current(s, facts.Text[sentence.Start..place.Start]));

            if (scene is not null)
                facts.State(RelationType.LocatedIn, scene, place.Entity, s, "held at", 0.85);
        }
    }

    private static void ReadSettled(PageFacts facts, int s)
    {
        var sentence = facts.Page.Sentences[s];
        foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _settles))
        {
            var after = facts.Between(s, index + word.Length, sentence.End).Where(mention => mention.Type is EntityType.Place or EntityType.Organization or EntityType.Project).ToList();
            var at = LastOfChain(after);
            if (at < 0 || after[0].Start - index - word.Length > 3)
                continue;

            // 位于P的X, else X位于P.
            var behind = after.Count > at + 1 && facts.Text[after[at].End..Math.Max(after[at].End, after[at + 1].Start)] is ['的', ..] gap && gap.Length <= 3 ? after[at + 1].Entity : null;
            var subjects = facts.Between(s, sentence.Start, index).Where(mention => mention.Type is EntityType.Organization or EntityType.Project or EntityType.Event or EntityType.Place).ToList();
            if (behind is not null)
                facts.State(RelationType.LocatedIn, behind, after[at].Entity, s, "settled at", 0.85);
            else if (subjects.Count > 0)
                facts.State(RelationType.LocatedIn, subjects[^1].Entity, after[at].Entity, s, "settled at", 0.8);
            else if (SubjectOf(facts, s, sentence.Start, index) is { } subject)
                facts.State(RelationType.LocatedIn, subject, after[at].Entity, s, "settled at", 0.7);
        }
    }

    // 在P投资/建设/设立X
    private static void ReadBuiltIn(PageFacts facts, int s)
    {
        var mentions = facts.MentionsIn(s);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Type != EntityType.Place || !Precedes(facts.Text, facts.Page.Sentences[s].Start, mentions[i].Start, "在"))
                continue;

            for (var k = i + 1; k < mentions.Count; k++)
            {
                var gap = facts.Text[mentions[i].End..Math.Max(mentions[i].End, mentions[k].Start)];
                if (gap.Length > 24 || gap.Contains('，'))
                    break;

                if (mentions[k].Type is EntityType.Project or EntityType.Organization && (gap.Contains('建') || gap.Contains("设立", StringComparison.Ordinal) || gap.Contains("打造", StringComparison.Ordinal) || gap.Contains("成立", StringComparison.Ordinal)))
                {
                    facts.State(RelationType.LocatedIn, mentions[k].Entity, mentions[i].Entity, s, "built in", 0.75);
                    break;
                }
            }
        }
    }

    // Divisions on the page in the divisions that contain them; a venue in the division its name begins with.
    private void ReadDivisions(PageFacts facts)
    {
        var byName = facts.Entities.Where(entity => entity.Type == EntityType.Place).SelectMany(entity => entity.Forms.Append(entity.Name).Select(form => (form, entity))).GroupBy(pair => pair.form).ToDictionary(group => group.Key, group => group.First().entity, StringComparer.Ordinal);
        foreach (var entity in facts.Entities.Where(entity => entity.Mentions.Count > 0 && entity.Type == EntityType.Place).ToList())
        {
            var s = PartOfRule.SentenceAt(facts.Page.Sentences, entity.Mentions.Min(mention => mention.Start));
            if (s < 0)
                continue;

            var whole = Container(entity.Name, byName);
            if (whole is not null)
                facts.State(RelationType.LocatedIn, entity, whole, s, "division", 0.8);
            else if (places.Find(entity.Name).Count == 0 && places.LongestPrefix(entity.Name) is >= 2 and var length && byName.TryGetValue(entity.Name[..length], out var city))
                facts.State(RelationType.LocatedIn, entity, city, s, "name begins with place", 0.75);
        }
    }

    private EntityDraft? Container(string name, Dictionary<string, EntityDraft> byName)
    {
        foreach (var division in places.Find(name))
        {
            for (var above = places.Above(division); above is not null; above = places.Above(above))
            {
                if (byName.TryGetValue(above.Name, out var found) || byName.TryGetValue(above.Short, out found))
                    return found;
            }
        }

        return null;
    }

    private static int LastOfChain(List<EntityMention> mentions)
    {
        if (mentions.Count == 0)
            return -1;

        var last = 0;
        while (last + 1 < mentions.Count && mentions[last + 1].Type == EntityType.Place && mentions[last + 1].Start == mentions[last].End)
            last++;

        return last;
    }

    private static EntityDraft? SubjectOf(PageFacts facts, int s, int start, int end)
    {
        var from = facts.Page.Articles[facts.Page.Sentences[s].Article].Start;
        for (var i = end; i > start + 1; i--)
        {
            if (Anaphora.NounAtEnd(facts.Text.AsSpan(start, i - start)) is { } noun)
                return facts.Anaphora.Resolve(noun, from, start);
        }

        return null;
    }

    private static bool IsVenue(EntityMention mention) =>
        mention.Type == EntityType.Place || (mention.Type == EntityType.Organization && mention.Entity.Name is [.., '学' or '院' or '馆' or '心' or '园' or '店' or '校' or '厂']);

    // 在P, 在AP: the preposition may stand before the places around it.
    private static bool Precedes(string text, int start, int position, string word)
    {
        for (var i = position - word.Length; i >= start && position - i <= 14; i--)
        {
            if (string.CompareOrdinal(text, i, word, 0, word.Length) == 0)
                return true;

            if (text[i] is '，' or '。' or '；')
                return false;
        }

        return false;
    }
}
