using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Who went where: A到P调研; 随后，A走进O; 在O，A与B座谈; companions of the visitor.</summary>
internal static class VisitedRule
{
    private const string Rule = "visit";

    private static readonly string[] _triggers =
    [
        "实地调研", "调研", "考察", "走访", "参观", "视察", "督查", "督察", "检查", "来到", "走进", "前往", "拜访", "看望", "慰问", "暗访", "察看", "查看", "探访", "抵达", "转赴", "赴", "深入", "夜游", "到访", "访问", "巡视", "到",
    ];

    private static readonly string[] _companions = ["一同", "陪同", "参加调研", "参加考察", "参加督查", "参加活动", "随行", "参加", "陪同下"];

    private static readonly string[] _atPlace = ["座谈", "了解", "察看", "查看", "参观", "交流", "考察", "询问", "走进", "听取", "边走边看", "观摩", "会谈", "调研", "揭牌"];

    public static void Apply(PageFacts facts)
    {
        var section = (-1, -1);
        Scene? scene = null;
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            var sentence = facts.Page.Sentences[s];
            if (sentence.IsHeadline)
                continue;

            if (scene is null || (sentence.Article, sentence.Section) != section)
            {
                section = (sentence.Article, sentence.Section);
                scene = new Scene();
            }

            ReadSentence(facts, s, sentence.Start, sentence.End, scene);
        }
    }

    private static void ReadSentence(PageFacts facts, int s, int start, int end, Scene scene)
    {
        var visitors = new List<EntityMention>();
        var clauses = Clauses.Of(facts.Text, start, end);
        for (var c = 0; c < clauses.Count; c++)
        {
            var (from, to) = clauses[c];
            var persons = facts.Between(s, from, to).Where(mention => mention.Type == EntityType.Person).ToList();
            if (persons.Count > 0 && Clauses.First(facts.Text, from, to, _companions) is (>= 0, var companion) found && companion != "陪同下" && scene.Places.Count > 0)
            {
                var companions = facts.Between(s, start, to).Where(mention => mention.Type == EntityType.Person && (mention.End <= found.Index || companion == "陪同"));
                foreach (var person in companions)
                {
                    foreach (var place in scene.Places)
                        facts.State(RelationType.Visited, person.Entity, place.Entity, s, Rule, 0.6);
                }

                continue;
            }

            var (index, word) = Trigger(facts, s, from, to);
            var before = persons.Where(person => index < 0 || person.End <= index).ToList();
            if (before.Count > 0)
            {
                visitors = OrganizedRule.Chain(facts.Text, before);
                scene.Subject ??= visitors[0];
            }

            var goers = visitors.Count > 0 ? visitors : scene.Subject is { } one ? [one] : [];
            if (index >= 0 && !Speech.Covers(facts.Text, start, index))
                Visit(facts, s, goers, Goals(facts, s, index + word.Length, to), scene);
            else if (c == 0 && facts.Text[from] == '在' && c + 1 < clauses.Count && StayedAt(facts, s, from, to) is { } place && Clauses.First(facts.Text, clauses[1].Start, clauses[1].End, _atPlace).Index >= 0)
                Visit(facts, s, Next(facts, s, clauses[1]) ?? goers, [place], scene);
        }
    }

    private static List<EntityMention>? Next(PageFacts facts, int s, (int Start, int End) clause)
    {
        var person = facts.Between(s, clause.Start, clause.End).FirstOrDefault(mention => mention.Type == EntityType.Person);
        return person.Entity is not null && person.Start - clause.Start <= 2 ? [person] : null;
    }

    private static void Visit(PageFacts facts, int s, List<EntityMention> goers, List<EntityMention> places, Scene scene)
    {
        if (goers.Count == 0)
            return;

        foreach (var place in places)
        {
            foreach (var goer in goers)
                facts.State(RelationType.Visited, goer.Entity, place.Entity, s, Rule, 0.75);

            scene.Places.Add(place);
        }
    }

    private static (int Index, string Word) Trigger(PageFacts facts, int s, int from, int to)
    {
        foreach (var (index, word) in Clauses.All(facts.Text, from, to, _triggers))
        {
            if (facts.MentionsIn(s).Any(mention => mention.Start <= index && mention.End > index))
                continue;

            // 到 alone is a verb of motion only between who goes and where.
            if (word != "到" || (facts.MentionsIn(s).Any(mention => mention.Start == index + 1)
                && (index == from || facts.Text[index - 1] is '后' or '又' or '还' or '行' or '午' or '日' or '别' || facts.MentionsIn(s).Any(mention => mention.End == index))))
                return (index, word);
        }

        return (-1, "");
    }

    private static List<EntityMention> Goals(PageFacts facts, int s, int start, int to)
    {
        var places = facts.Between(s, start, to).Where(mention => mention.Type is EntityType.Place or EntityType.Organization or EntityType.Project).ToList();
        return places.Count == 0 || places[0].Start - start > 10 ? [] : [.. Destinations(facts, places)];
    }

    private static EntityMention? StayedAt(PageFacts facts, int s, int from, int to)
    {
        var last = facts.Between(s, from, to).LastOrDefault(mention => mention.Type is EntityType.Organization or EntityType.Place or EntityType.Project);
        var first = facts.Between(s, from, to).FirstOrDefault();
        return last.Entity is null || first.Start > from + 1 ? null : first.Type == EntityType.Organization ? first : last;
    }

    // 来到位于A的B: one goes to B. 先后来到A、B和C: one goes to each. 到A的B: to B.
    private static IEnumerable<EntityMention> Destinations(PageFacts facts, List<EntityMention> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var next = i + 1 < places.Count ? facts.Text[places[i].End..Math.Max(places[i].End, places[i + 1].Start)] : "";
            if (i + 1 < places.Count && next is "" or "的")
                continue;

            yield return places[i];
            if (i + 1 < places.Count && !(next.Contains('、') || next is "和" or "及" or "以及" or "与"))
                yield break;
        }
    }

    /// <summary>Who goes where in one part of an article.</summary>
    private sealed class Scene
    {
        public EntityMention? Subject { get; set; }

        public List<EntityMention> Places { get; } = [];
    }
}
