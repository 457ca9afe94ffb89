using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Who went where: A到P调研; 随后，A走进O; 在O，A与B座谈; companions of the visitor.</summary>
internal static class VisitedRule
{
    private const string Rule = "visit";
    private const string NoMotion = "带达得看想提找收受做遇感输送引领布局搬推拉迁转聚";

    private static readonly string[] _triggers =
    [
        "实地调研", "调研", "考察", "走访", "参观", "视察", "督查", "督察", "检查", "来到", "走进", "前往", "拜访", "看望", "慰问", "暗访", "察看", "查看", "探访", "抵达", "转赴", "赴", "深入", "夜游", "到访", "访问", "巡视", "敬献花圈", "敬献花篮", "到",
    ];

    private static readonly string[] _companions = ["一同", "陪同", "参加调研", "参加考察", "参加督查", "参加活动", "随行", "参加", "随同"];

    private static readonly string[] _atPlace = ["座谈", "了解", "察看", "查看", "参观", "交流", "考察", "询问", "走进", "听取", "边走边看", "观摩", "会谈", "调研", "揭牌", "检查", "随机", "步行"];

    private static readonly string[] _talks = ["座谈", "交流", "交谈", "家常", "会谈", "谈心", "商谈"];

    // What may stand before the verb where the subject is that of a sentence before.
    private static readonly string[] _carries =
        ["随后", "当天", "接着", "先后", "还", "又", "首先", "次日", "上午", "下午", "晚", "实地", "一行", "并", "现场", "会前", "会后", "后", "期间", "再", "组", "团", "一同", "专程", "他", "她", "开始前", "其间", "调研中"];

    public static void Apply(PageFacts facts, EventScenes events)
    {
        var posts = facts.Statements.Where(statement => statement.Type == RelationType.HoldsPosition).ToLookup(statement => statement.Head, statement => statement.Tail);
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
                scene = new Scene(posts);
            }

            ReadSentence(facts, events, s, sentence.Start, sentence.End, scene);
        }
    }

    private static void ReadSentence(PageFacts facts, EventScenes events, int s, int start, int end, Scene scene)
    {
        var visitors = new List<EntityMention>();
        var clauses = Clauses.Of(facts.Text, start, end);
        for (var c = 0; c < clauses.Count; c++)
        {
            var (from, to) = clauses[c];
            var persons = facts.Between(s, from, to).Where(mention => mention.Type == EntityType.Person).ToList();
            if (persons.Count > 0 && IsCompanionClause(facts, events, s, from, to, scene))
            {
                foreach (var person in facts.Between(s, start, to).Where(mention => mention.Type == EntityType.Person))
                    scene.AddCompanion(facts, s, person);

                continue;
            }

            var triggers = Triggers(facts, s, from, to);
            var first = triggers.Count > 0 ? triggers[0].Index : to;
            var before = persons.Where(person => person.End <= first).ToList();
            if (before.Count > 0)
            {
                var together = facts.Text.AsSpan(from, to - from).IndexOf("陪同") >= 0;
                visitors = together ? before : OrganizedRule.Chain(facts.Text, before);
                scene.Subject ??= visitors[0];
            }

            var goers = visitors.Count > 0 ? visitors : scene.Subject is { } one ? [one] : [];
            foreach (var (index, word) in triggers)
            {
                if (!Speech.Covers(facts.Text, start, index) && (visitors.Count > 0 || Carries(facts, s, from, index)))
                    scene.Visit(facts, s, goers, Goals(facts, s, from, index, word, to), Cue.At(index, word));
            }

            if (triggers.Count == 0 && facts.Text[from] == '在' && c + 1 < clauses.Count && StayedAt(facts, s, from, to) is { } place
                && Clauses.First(facts.Text, clauses[c + 1].Start, clauses[c + 1].End, _atPlace).Index >= 0)
                scene.Visit(facts, s, Leader(facts, s, clauses[c + 1]) ?? goers, [place], new Cue(from, from + 1));
            else if (triggers.Count == 0 && facts.Text[from] == '在' && visitors.Count > 0 && facts.Between(s, from, to).FirstOrDefault(IsGoal) is { Entity: not null } met && met.Start == from + 1
                && met.End < to && facts.Text[met.End] is '与' or '同' or '和' && Clauses.First(facts.Text, met.End, to, _talks).Index >= 0)
                scene.Visit(facts, s, visitors, [met], new Cue(from, from + 1));
        }
    }

    private static bool IsCompanionClause(PageFacts facts, EventScenes events, int s, int from, int to, Scene scene) =>
        scene.Places.Count > 0 && Clauses.First(facts.Text, from, to, _companions) is ( >= 0, var word)
        && (!word.StartsWith("参加", StringComparison.Ordinal) || (facts.MentionsIn(s).Count(mention => mention.Type == EntityType.Person) <= 3 && events.For(s, from, to) is null))
        && facts.Text.AsSpan(from, to - from).IndexOf("陪同下") < 0 && Clauses.First(facts.Text, from, to, ["来到", "走进", "参观", "到"]).Index < 0;

    private static bool Carries(PageFacts facts, int s, int from, int index) =>
        index - from <= 1 || (index - from <= 14 && Clauses.First(facts.Text, from, index, _carries).Index >= 0 && !facts.Between(s, from, index).Any(mention => mention.Type is EntityType.Place or EntityType.Person));

    private static List<EntityMention>? Leader(PageFacts facts, int s, (int Start, int End) clause)
    {
        var person = facts.Between(s, clause.Start, clause.End).FirstOrDefault(mention => mention.Type == EntityType.Person);
        return person.Entity is not null && person.Start - clause.Start <= 2 ? [person] : null;
    }

    private static List<(int Index, string Word)> Triggers(PageFacts facts, int s, int from, int to) =>
    [
        .. Clauses.All(facts.Text, from, to, _triggers).Where(trigger =>
            !facts.MentionsIn(s).Any(mention => mention.Start <= trigger.Index && mention.End > trigger.Index)
            && (trigger.Word != "到" || (facts.MentionsIn(s).Any(mention => mention.Start == trigger.Index + 1) && (trigger.Index == from || !NoMotion.Contains(facts.Text[trigger.Index - 1]))))),
    ];

    // What stands behind the verb; or right before it: 在北京考察, 到南陵县调研.
    private static List<EntityMention> Goals(PageFacts facts, int s, int from, int index, string word, int to)
    {
        var start = index + word.Length;
        var places = facts.Between(s, start, to).Where(IsGoal).ToList();
        if (places.Count > 0 && places[0].Start - start <= 10)
            return [.. Destinations(facts, places)];

        var ahead = facts.Between(s, from, index).LastOrDefault(IsGoal);
        return ahead.Entity is not null && ahead.Start > from && IsApproached(facts.Text, ahead, index, word) ? [ahead] : [];
    }

    // 在P考察, 来P调研, 对P进行访问, 向P敬献花圈
    private static bool IsApproached(string text, EntityMention goal, int index, string word) => text[goal.Start - 1] switch
    {
        '在' or '来' => index - goal.End <= 2,
        '对' => word == "访问" && index - goal.End <= 5,
        '向' => word.StartsWith("敬献", StringComparison.Ordinal) && index - goal.End <= 2,
        _ => false,
    };

    private static bool IsGoal(EntityMention mention) => mention.Entity.Name != "中国" && mention.Type is EntityType.Place or EntityType.Organization or EntityType.Project;

    private static EntityMention? StayedAt(PageFacts facts, int s, int from, int to)
    {
        var last = facts.Between(s, from, to).LastOrDefault(IsGoal);
        var first = facts.Between(s, from, to).FirstOrDefault();
        return last.Entity is null || first.Start > from + 4 ? null : first.Type == EntityType.Organization ? first : last;
    }

    // 来到位于A的B: one goes to B. 先后来到A、B和C: one goes to each. 到A的B: to A if it is a company, else to B.
    private static IEnumerable<EntityMention> Destinations(PageFacts facts, List<EntityMention> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var next = i + 1 < places.Count ? facts.Text[places[i].End..Math.Max(places[i].End, places[i + 1].Start)] : "";
            if (i + 1 < places.Count && next.Length == 0 && places[i].Type == EntityType.Place)
                continue;

            if (i + 1 < places.Count && next == "的" && (places[i].Type == EntityType.Place || places[i + 1].Type != EntityType.Place))
                continue;

            // 参观了A投资建设的B
            if (i + 1 < places.Count && next.EndsWith('的') && next.Contains('建'))
                continue;

            yield return places[i];
            if (i + 1 < places.Count && !(next.Contains('、') || next is "和" or "及" or "以及" or "与"))
                yield break;
        }
    }

    /// <summary>Who goes where in one part of an article.</summary>
    private sealed class Scene(ILookup<EntityDraft, EntityDraft> posts)
    {
        private readonly List<EntityMention> _companions = [];

        public EntityMention? Subject { get; set; }

        public List<EntityMention> Places { get; } = [];

        public void Visit(PageFacts facts, int s, List<EntityMention> goers, List<EntityMention> places, Cue cue)
        {
            if (goers.Count == 0)
                return;

            foreach (var place in places)
            {
                foreach (var goer in goers.Concat(_companions))
                    State(facts, s, goer, place, cue);

                Places.Add(place);
            }
        }

        public void AddCompanion(PageFacts facts, int s, EntityMention person)
        {
            _companions.Add(person);
            foreach (var place in Places)
                State(facts, s, person, place, new Cue(person.Start, person.End));
        }

        // The rector who receives guests at the university, the mayor in the city, are at home there.
        private void State(PageFacts facts, int s, EntityMention person, EntityMention place, Cue cue)
        {
            if (!posts[person.Entity].Any(body => body == place.Entity || (place.Type == EntityType.Place && body.Name.StartsWith(place.Entity.Name, StringComparison.Ordinal))))
                facts.State(RelationType.Visited, person.Entity, place.Entity, s, Rule, cue: cue);
        }
    }
}
