using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>What is where: E在P举行; 位于P的O; O落户P; P1P2 one behind the other; names that begin with their place.</summary>
internal sealed class LocatedInRule(PlaceLexicon places)
{
    private static readonly string[] _held =
    [
        "举行", "召开", "举办", "开幕", "启动", "启幕", "落幕", "落下帷幕", "拉开帷幕", "开考", "开赛", "收官", "闭幕", "亮相", "开园", "揭牌", "开展", "破土动工", "动工", "开工", "开席", "走进", "投产", "竣工", "成立", "开跑", "首演", "开馆", "揭幕", "签约",
    ];

    private static readonly string[] _settles =
        ["落户于", "落户", "选址", "落地", "坐落于", "坐落在", "位于", "设在", "入驻", "地处", "设于", "建在", "放在", "落子", "安家", "总部设在"];

    // 武汉都市圈 is more than 武汉, 红河大道 no part of 红河.
    private static readonly string[] _kindsOnly = ["流域", "上游", "下游", "沿线", "地区", "都市圈", "经济圈", "城市群", "大道", "大街", "公路", "国家", "铁路"];

    private static readonly string[] _builds = ["建", "设立", "打造", "成立", "投资"];

    private static readonly string[] _jointly = ["共建", "合办", "组建", "设立", "成立", "发起", "创办", "建设"];

    public void Apply(PageFacts facts, EventScenes events)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            ReadChains(facts, s);
            ReadHeld(facts, events, s);
            ReadSettled(facts, events, s);
            ReadBuiltIn(facts, s);
            ReadAtPlace(facts, s);
            ReadOnTheWay(facts, s);
        }

        ReadNames(facts);
    }

    private void ReadChains(PageFacts facts, int s)
    {
        var mentions = facts.MentionsIn(s).Where(mention => mention.Type != EntityType.Event).ToList();
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var (outer, inner) = (mentions[i], mentions[i + 1]);
            var gap = inner.Start >= outer.End ? facts.Text[outer.End..inner.Start] : "?";
            if (outer.Type == EntityType.Place && (gap.Length == 0 || (gap == "的" && inner.Type is EntityType.Place or EntityType.Project)) && inner.Type is EntityType.Place or EntityType.Project or EntityType.Organization && !IsTop(inner.Entity))
                facts.State(RelationType.LocatedIn, inner.Entity, outer.Entity, s, "place before name");
        }
    }

    private static void ReadHeld(PageFacts facts, EventScenes events, int s)
    {
        var sentence = facts.Page.Sentences[s];
        foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, ["出席", "参加", "共同主持"]))
        {
            // 在P出席E
            var at = facts.Between(s, sentence.Start, index).LastOrDefault();
            var scene = facts.Between(s, index + word.Length, sentence.End).FirstOrDefault();
            if (at.Entity is not null && at.Type == EntityType.Place && at.End == index && at.Start > sentence.Start && facts.Text[at.Start - 1] == '在' && scene.Entity is not null && scene.Type == EntityType.Event && scene.Start - index <= 8)
                State(facts, scene.Entity, at.Entity, s, "attended at", Cue.At(index, word));
        }

        foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _held))
        {
            var place = word == "走进"
                ? facts.Between(s, index, Math.Min(sentence.End, index + 30)).FirstOrDefault(IsVenue)
                : facts.Between(s, sentence.Start, index).LastOrDefault(IsVenue);
            if (place.Entity is null)
                continue;

            var isAt = word == "走进" || (StandsBehind(facts.Text, sentence.Start, place.Start, "在") && index - place.End <= 14 && facts.Text.AsSpan(place.End, index - place.End).IndexOf('，') < 0);
            if (!isAt)
                continue;

            var scene = facts.Between(s, sentence.Start, place.Start).LastOrDefault(mention => mention.Type is EntityType.Event or EntityType.Project).Entity
                ?? facts.Between(s, index, sentence.End).FirstOrDefault(mention => mention.Type == EntityType.Event && mention.Start - index <= 6).Entity
                ?? (word is "走进" or "签约" or "成立" ? null : events.Current(s, facts.Text[sentence.Start..place.Start]));

            if (scene is not null && !(word == "走进" && scene.Type != EntityType.Event))
                State(facts, scene, place.Entity, s, "held at", Cue.At(index, word));
        }
    }

    private static void ReadSettled(PageFacts facts, EventScenes events, int s)
    {
        var sentence = facts.Page.Sentences[s];
        foreach (var (index, word) in Clauses.All(facts.Text, sentence.Start, sentence.End, _settles))
        {
            var stop = facts.Text.IndexOfAny(['；', '。'], index, sentence.End - index);
            var after = facts.Between(s, index + word.Length, stop < 0 ? sentence.End : stop).Where(IsThing).ToList();
            var at = LastOfChain(after);
            if (at < 0 || after[0].Start - index - word.Length > 3)
                continue;

            // 位于P的X, else X位于P.
            var behind = after.Count > at + 1 && facts.Text[after[at].End..Math.Max(after[at].End, after[at + 1].Start)] is ['的', ..] gap && gap.Length <= 3 ? after[at + 1].Entity : null;
            var start = Math.Max(sentence.Start, Clauses.Last(facts.Text, sentence.Start, index, '；') + 1);
            var clause = Clauses.StartOf(facts.Text, start, index);
            if (behind is not null)
                State(facts, behind, after[at].Entity, s, "settled at", Cue.At(index, word));
            else
            {
                foreach (var subject in Subjects(facts, events, s, start, clause, index))
                    State(facts, subject, after[at].Entity, s, "settled at", Cue.At(index, word));
            }
        }
    }

    // A country or a province is in no park.
    private bool IsTop(EntityDraft entity) =>
        entity.Type == EntityType.Place && (places.Countries.Contains(entity.Name) || places.Find(entity.Name).Any(division => division.Code.Length == 2));

    // The nearest thing in the clause; else what the sentence began with; else a list of projects before it.
    private static List<EntityDraft> Subjects(PageFacts facts, EventScenes events, int s, int start, int clause, int index)
    {
        var words = facts.Text[clause..index];
        if (words.Contains("会场", StringComparison.Ordinal))
            return events.For(s, start, clause) is { } scene ? [scene] : [];

        var own = facts.Between(s, clause, index).Where(IsThing).ToList();
        if (own.Count > 0)
            return [own[^1].Entity];

        var before = facts.Between(s, start, clause).Where(IsThing).ToList();
        if (Clauses.Last(facts.Text, start, clause, '由') is >= 0 and var by && before.Exists(mention => mention.Start > by) && Clauses.First(facts.Text, by, clause, _jointly).Index >= 0)
        {
            // 研究院由A、B共建，选址P: not A and B are there.
            var founded = before.FindLast(mention => mention.End <= by).Entity
                ?? (Anaphora.NounAtEnd(facts.Text.AsSpan(start, by - start)) is { } noun ? facts.Anaphora.Resolve(noun, facts.Page.Articles[facts.Page.Sentences[s].Article].Start, start) : null);
            return founded is null ? [] : [founded];
        }

        if (before.Count > 0 && Clauses.StartOf(facts.Text, start, Math.Max(start, clause - 1)) is var previous && Clauses.First(facts.Text, previous, clause, ["成立", "设立", "共建"]).Index >= 0)
            return [before[^1].Entity];

        var list = new List<EntityDraft>();
        for (var i = 0; i < before.Count && (i == 0 || (facts.Text[before[i - 1].End..Math.Max(before[i - 1].End, before[i].Start)] is "、" or "和" && before[i].Type == before[0].Type)); i++)
            list.Add(before[i].Entity);

        return list;
    }

    // 在P投资建设X, 在P设立X
    private static void ReadBuiltIn(PageFacts facts, int s)
    {
        var mentions = facts.MentionsIn(s);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Type != EntityType.Place || !StandsBehind(facts.Text, facts.Page.Sentences[s].Start, mentions[i].Start, "在"))
                continue;

            for (var k = i + 1; k < mentions.Count; k++)
            {
                var gap = facts.Text[mentions[i].End..Math.Max(mentions[i].End, mentions[k].Start)];
                if (gap.Length > 24 || gap.Contains('；') || gap.Contains('。'))
                    break;

                if (mentions[k].Type is EntityType.Project or EntityType.Organization && gap.Length > 0 && Array.Exists(_builds, verb => gap.Contains(verb, StringComparison.Ordinal)))
                {
                    State(facts, mentions[k].Entity, mentions[i].Entity, s, "built in", new Cue(mentions[i].End, mentions[k].Start));
                    break;
                }
            }
        }
    }

    // 前往某镇，督查某工程: the project is in the town.
    private static void ReadOnTheWay(PageFacts facts, int s)
    {
        var visits = facts.StatementsIn(s).Where(statement => statement.Type == RelationType.Visited).ToList();
        var town = visits.FindIndex(visit => visit.Tail.Type == EntityType.Place && visit.Tail.Name[^1] is '镇' or '乡' or '道' or '村');
        if (town < 0)
            return;

        foreach (var visit in visits.Skip(town + 1).Where(visit => visit.Tail.Type == EntityType.Project && visit.Head == visits[town].Head).ToList())
            facts.State(RelationType.LocatedIn, visit.Tail, visits[town].Tail, s, "visited at");
    }

    // 在P，A走进X: what A goes into is in P.
    private static void ReadAtPlace(PageFacts facts, int s)
    {
        var sentence = facts.Page.Sentences[s];
        var clauses = Clauses.Of(facts.Text, sentence.Start, sentence.End);
        for (var c = 0; c + 1 < clauses.Count; c++)
        {
            var (from, to) = clauses[c];
            var chain = facts.Between(s, from, to).ToList();
            if (facts.Text[from] != '在' || (from > sentence.Start && facts.Text[from - 1] != '；') || chain.Count == 0 || chain[0].Start != from + 1 || chain[^1].Type != EntityType.Place || chain[^1].End < to)
                continue;

            var end = facts.Text.IndexOf('；', to, sentence.End - to) is >= 0 and var stop ? stop : sentence.End;
            var next = clauses[c + 1];
            foreach (var project in facts.Between(s, next.Start, next.End).Where(mention => mention.Type == EntityType.Project))
                facts.State(RelationType.LocatedIn, project.Entity, chain[^1].Entity, s, "told of at", cue: new Cue(from, from + 1));

            foreach (var visited in facts.StatementsIn(s).Where(statement => statement.Type == RelationType.Visited).ToList())
            {
                if (visited.Tail != chain[^1].Entity && visited.Tail.Type is EntityType.Organization or EntityType.Project or EntityType.Place && visited.Tail.Mentions.Exists(mention => mention.Start > to && mention.End <= end))
                    facts.State(RelationType.LocatedIn, visited.Tail, chain[^1].Entity, s, "visited at", cue: new Cue(from, from + 1));
            }
        }
    }

    // Divisions on the page in the divisions that contain them; a place or project in the place its name begins with.
    private void ReadNames(PageFacts facts)
    {
        var byForm = new Dictionary<string, EntityDraft>(StringComparer.Ordinal);
        foreach (var entity in facts.Entities.Where(entity => entity.Type == EntityType.Place))
        {
            foreach (var form in entity.Forms.Append(entity.Name).Concat(places.Find(entity.Name).Where(division => division.Code.Length <= 6).Select(division => division.Short)))
                byForm.TryAdd(form, entity);
        }

        foreach (var entity in facts.Entities.Where(entity => entity.Mentions.Count > 0 && IsNamedAfterPlace(entity)).ToList())
        {
            var s = PartOfRule.SentenceAt(facts.Page.Sentences, entity.Mentions.Min(mention => mention.Start));
            if (s < 0)
                continue;

            if (entity.Type == EntityType.Place && Container(entity.Name, byForm) is { } whole && whole.Mentions.Exists(mention => !mention.IsNested))
                facts.State(RelationType.LocatedIn, entity, whole, s, "division");
            else if (Prefix(entity.Name, byForm) is { } place)
                facts.State(RelationType.LocatedIn, entity, place, s, "name begins with place");
        }

        ReadEventNames(facts, byForm);
    }

    // 杭州第19届亚运会, 某推介会（上海）: where the text does not say where an event was, its name may.
    private static void ReadEventNames(PageFacts facts, Dictionary<string, EntityDraft> byForm)
    {
        var located = facts.Statements.Where(statement => statement.Type == RelationType.LocatedIn).Select(statement => statement.Head).ToHashSet();
        foreach (var scene in facts.Entities.Where(entity => entity.Type == EntityType.Event && entity.Mentions.Count > 0 && !located.Contains(entity)).ToList())
        {
            var name = scene.Name.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '年', ' ');
            if (name.StartsWith('第') && name.IndexOf('届') is > 0 and < 6 and var ordinal)
                name = name[(ordinal + 1)..];

            var open = name.IndexOf('（');
            var close = open < 0 ? -1 : name.IndexOf('）', open);
            var place = close > open ? byForm.GetValueOrDefault(name[(open + 1)..close]) : null;
            place ??= name.Length > 2 ? Prefix(name, byForm) : null;
            var s = PartOfRule.SentenceAt(facts.Page.Sentences, scene.Mentions.Min(mention => mention.Start));
            if (place is not null && s >= 0)
                facts.State(RelationType.LocatedIn, scene, place, s, "event named after place");
        }
    }

    private static bool IsNamedAfterPlace(EntityDraft entity) =>
        entity.Type is EntityType.Place or EntityType.Project || (entity.Type == EntityType.Organization && entity.Name.EndsWith('园'));

    private static EntityDraft? Prefix(string name, Dictionary<string, EntityDraft> byForm)
    {
        for (var length = name.Length - 1; length >= 2; length--)
        {
            // 大理至瑞丽铁路 is not in 大理.
            if (byForm.TryGetValue(name[..length], out var place) && place.Name != name)
                return name.Length - length < 2 || name[length] is '至' or '—' or '-' || place.Name == "中国" || Array.Exists(_kindsOnly, kind => name.Length == length + kind.Length && name.EndsWith(kind, StringComparison.Ordinal)) ? null : place;
        }

        return null;
    }

    private EntityDraft? Container(string name, Dictionary<string, EntityDraft> byForm)
    {
        // Of namesakes the larger is meant; a river is no division.
        var divisions = places.Find(name).Where(division => division.Code.Length <= 6 || name[^1] is '镇' or '乡' or '道').OrderBy(division => division.Code.Length).ToList();
        if (name[^1] is '河' or '湖' or '江' or '山')
            return null;

        foreach (var division in divisions.TakeWhile(division => division.Code.Length == divisions[0].Code.Length))
        {
            for (var above = places.Above(division); above is not null; above = places.Above(above))
            {
                if (byForm.TryGetValue(above.Name, out var found) || byForm.TryGetValue(above.Short, out found))
                    return found;
            }
        }

        return places.CountryOf(name) is { } country && country != "中国" ? byForm.GetValueOrDefault(country) : null;
    }

    private static void State(PageFacts facts, EntityDraft head, EntityDraft place, int s, string rule, Cue cue)
    {
        // Where something is held or lies, an institution is a place.
        if (place.Type != EntityType.Place)
            place.OtherTypes.Add(EntityType.Place);

        facts.State(RelationType.LocatedIn, head, place, s, rule, cue: cue);
    }

    private static int LastOfChain(List<EntityMention> mentions)
    {
        if (mentions.Count == 0)
            return -1;

        var last = 0;
        while (last + 1 < mentions.Count && mentions[last].Type == EntityType.Place && mentions[last + 1].Start == mentions[last].End)
            last++;

        return last;
    }

    private static bool IsThing(EntityMention mention) => mention.Type is EntityType.Place or EntityType.Organization or EntityType.Project;

    private static bool IsVenue(EntityMention mention) =>
        mention.Type == EntityType.Place || (mention.Type == EntityType.Organization && mention.Entity.Name is [.., '学' or '院' or '馆' or '心' or '园' or '店' or '校' or '厂' or '区']);

    // 在P, 在AP: the preposition may stand before the places around it.
    private static bool StandsBehind(string text, int start, int position, string word)
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
