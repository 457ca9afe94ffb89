using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>A person's posts: 市委书记陈金虎, 某公司董事长兼总裁某某, 某某任研究院首任院长.</summary>
internal sealed class HoldsPositionRule(TitleStack titles, PlaceLexicon places)
{
    private const string Before = "title before name";
    private const string After = "appointed after name";

    private static readonly string[] _partyDepartments =
        ["组织部", "宣传部", "统战部", "政法委", "办公室", "社会工作部", "网信办", "编办", "巡察办", "党校", "政研室", "老干部局", "直属机关工委"];

    // A post without an organization belongs to the last one of its kind: 校长 to a university.
    private static readonly (string Office, string Kind)[] _offices =
    [
        ("校", "学校"), ("校长", "学校"), ("董事长", "公司"), ("总经理", "公司"), ("总裁", "公司"), ("董事局主席", "公司"), ("首席执行官", "公司"), ("总工程师", "公司"), ("创始人", "公司"),
        ("会长", "协会"), ("理事长", "联盟"),
    ];

    private static readonly string[] _appointed = ["当选为", "当选", "兼任", "任首任", "任首届", "受聘担任", "担任", "出任", "受聘为", "获聘为", "获聘", "被聘为", "被任命为", "挂任", "改任", "转任", "升任", "接任", "续任", "任", "是", "为"];

    // 任命某某为…, 选举某某、某某为…: without one of these before the name, 为 makes nobody an officer.
    private static readonly string[] _appoints = ["任命", "选举", "补选", "增补", "聘请", "聘任", "聘", "推选", "推举", "接受"];

    // Heads of governments.
    private static readonly string[] _heads = ["市长", "区长", "县长", "旗长", "省长", "镇长", "乡长", "州长", "盟长"];

    private static readonly string[] _sharedTitles =
        ["院士", "教授", "委员", "专家", "代表", "研究员", "选手", "学生", "会员", "队员", "导师", "工程师", "博士", "顾问", "常委", "成员", "副主任", "副主席", "副市长", "副区长", "副县长", "副省长", "副会长", "副总理", "副总裁"];

    public void Apply(PageFacts facts)
    {
        for (var s = 0; s < facts.Page.Sentences.Count; s++)
        {
            List<(EntityDraft Organization, string Title)> previous = [];
            var previousEnd = -1;
            foreach (var person in facts.MentionsIn(s).Where(mention => mention.Type == EntityType.Person).ToList())
            {
                var posts = titles.Before(facts, s, person.Start);
                var held = Resolve(facts, s, posts);
                if (held.Count == 0 && posts.Count == 0 && previousEnd > 0 && previousEnd == person.Start - 1 && facts.Text[previousEnd] is '、' or '和')
                    held = [.. previous.Where(post => _sharedTitles.Any(title => post.Title.EndsWith(title, StringComparison.Ordinal)))];

                if (held.Count == 0 && posts.Count > 0 && previous.Count > 0 && previousEnd == posts[0].Start - 1 && facts.Text[previousEnd] is '、' or '和')
                    held = [.. posts.Select(post => (previous[^1].Organization, post.Title))];

                foreach (var (organization, title) in held)
                    facts.State(RelationType.HoldsPosition, person.Entity, organization, s, Before, new Qualifiers { Title = title }, cue: posts.Count > 0 ? new Cue(posts[0].Start, person.Start) : null);

                ReadAppointment(facts, s, person);
                ReadTitleBehind(facts, s, person);
                (previous, previousEnd) = (held, person.End);
            }
        }
    }

    private List<(EntityDraft Organization, string Title)> Resolve(PageFacts facts, int sentence, List<Post> posts)
    {
        var held = new List<(EntityDraft, string)>();
        EntityDraft? last = null;
        foreach (var post in posts)
        {
            var organization = post.Organization is { } mention
                ? Governing(facts, post, mention) ?? WithinParty(facts, mention, last)
                : Implied(facts, sentence, post, last) ?? last ?? FromContext(facts, sentence, post);

            if (organization is null)
                continue;

            held.Add((organization, TitleOf(organization, post)));
            last = organization;
        }

        return held;
    }

    // 区委常委、组织部部长: the department belongs to the committee before it.
    private static EntityDraft WithinParty(PageFacts facts, EntityMention mention, EntityDraft? last)
    {
        var form = facts.Text[mention.Start..mention.End];
        return last is not null && last.Name.EndsWith('委') && _partyDepartments.Contains(form)
            ? Organ(facts, last.Name + form, mention)
            : mention.Entity;
    }

    // 湾沚区区长: the office is the government's.
    private static EntityDraft? Governing(PageFacts facts, Post post, EntityMention mention) =>
        mention.Type == EntityType.Place && _heads.Contains(post.Title.TrimStart('副', '代', '原'))
            ? Organ(facts, facts.Text[mention.Start..mention.End] + GovernmentOf(post.Title), mention)
            : null;

    private static string GovernmentOf(string title) => title.EndsWith("盟长", StringComparison.Ordinal) ? "行政公署" : "政府";

    // 市长 → the city's government; 市委书记 where no name was found in it → the city's committee.
    private EntityDraft? Implied(PageFacts facts, int sentence, Post post, EntityDraft? last)
    {
        var title = post.Title;
        foreach (var modifier in (string[])["常务", "代理", "副", "代", "原", "前"])
            title = title.StartsWith(modifier, StringComparison.Ordinal) ? title[modifier.Length..] : title;

        if (post.Title is "国家主席" or "国家副主席")
            return Organ(facts, "中国", Mention(post));

        if (!_heads.Contains(title))
        {
            var department = Array.Find(_partyDepartments, department => title.StartsWith(department[..2], StringComparison.Ordinal) && title.EndsWith("部长", StringComparison.Ordinal));
            return department is not null && last is not null && last.Name.EndsWith('委') ? Organ(facts, last.Name + department, Mention(post)) : null;
        }

        var level = title[0];
        if (last is not null)
        {
            var length = places.LongestPrefix(last.Name);
            if (length > 2 && last.Name[length - 1] == level && last.Name.Length - length <= 6)
                return Organ(facts, last.Name[..length] + GovernmentOf(title), Mention(post));
        }

        // 镇长: of the town that the article named last.
        if (level is '镇' or '乡' && facts.Anaphora.NearestEnding(EntityType.Place, title[..1], facts.Page.Articles[facts.Page.Sentences[sentence].Article].Start, post.Start) is { } town)
            return Organ(facts, town.Name + "政府", Mention(post));

        return facts.Local.Meant(level) is { } division ? Organ(facts, division.Name + GovernmentOf(title), Mention(post)) : null;
    }

    private static EntityDraft? FromContext(PageFacts facts, int sentence, Post post)
    {
        var from = facts.Page.Articles[facts.Page.Sentences[sentence].Article].Start;
        var before = facts.Text.AsSpan(Math.Max(from, post.Start - 4), Math.Min(4, post.Start - from));
        if (Anaphora.NounAtEnd(before) is { } noun)
            return facts.Anaphora.Resolve(noun, from, post.Start);

        foreach (var (office, kind) in _offices)
        {
            if (post.Title.EndsWith(office, StringComparison.Ordinal) || post.Title.StartsWith(office, StringComparison.Ordinal))
                return facts.Anaphora.Resolve(kind, from, post.Start);
        }

        if (Headed(facts, from, post) is { } headed)
            return headed;

        if (Deputized(facts, sentence, post) is { } deputized)
            return deputized;

        return post.Title is "董事长" or "总经理" or "院长" or "校长" or "会长" or "总裁" or "副总经理" or "副校长" or "副院长" or "理事长" or "总工程师" or "首席执行官" or "创始人" or "董事局主席"
            ? facts.Anaphora.Nearest(EntityType.Organization, facts.Page.Sentences[sentence].Start, post.Start)
            : null;
    }

    // 政协主席A主持，副主席B出席: a deputy of the one whose post was named last.
    private static EntityDraft? Deputized(PageFacts facts, int sentence, Post post)
    {
        for (var s = sentence; post.Title is ['副', _, _, ..] && s >= Math.Max(0, sentence - 1) && facts.Page.Sentences[s].Article == facts.Page.Sentences[sentence].Article; s--)
        {
            var chief = facts.StatementsIn(s).LastOrDefault(statement => statement.Type == RelationType.HoldsPosition && statement.Qualifiers.Title?.EndsWith(post.Title[1..], StringComparison.Ordinal) == true);
            if (chief is not null)
                return chief.Tail;
        }

        return null;
    }

    // 庭长 of the court, 检察长 of the procuratorate, 镇长 of the town that was named last.
    private static EntityDraft? Headed(PageFacts facts, int from, Post post)
    {
        var title = post.Title.TrimStart('副');
        if (title is "检察长")
            return facts.Anaphora.NearestEnding(EntityType.Organization, "检察院", from, post.Start);

        return title.Length is 2 or 3 && title[^1] == '长' && title[^2] is '院' or '庭' or '队' or '所' or '站' or '馆' or '行' or '局' or '台' or '厂' or '社' or '园' or '校'
            ? facts.Anaphora.NearestEnding(EntityType.Organization, title[^2..^1], from, post.Start)
            : null;
    }

    private void ReadAppointment(PageFacts facts, int sentence, EntityMention person)
    {
        var end = facts.Page.Sentences[sentence].End;
        var clauseEnd = person.End;
        while (clauseEnd < end && facts.Text[clauseEnd] is not ('，' or '。' or '；' or '、'))
            clauseEnd++;

        foreach (var verb in _appointed)
        {
            if (string.CompareOrdinal(facts.Text, person.End, verb, 0, verb.Length) != 0)
                continue;

            if (verb == "为" && !IsAppointed(facts, sentence, person))
                return;

            var length = titles.LengthAt(facts.Text, person.End + verb.Length, clauseEnd);
            if (length == 0)
                return;

            var from = facts.Page.Articles[facts.Page.Sentences[sentence].Article].Start;
            var named = facts.Between(sentence, person.End, clauseEnd).Where(mention => mention.Type == EntityType.Organization).Cast<EntityMention?>().LastOrDefault();
            var noun = Noun(facts.Text[(person.End + verb.Length)..(clauseEnd - length)]);
            if (verb == "是" && (named is not { } own || own.End > clauseEnd - length || own.Start > person.End + verb.Length))
                return;

            var organization = named?.Entity
                ?? (noun is null ? null : facts.Anaphora.Resolve(noun, from, person.Start))
                ?? (Array.Find(_offices, office => facts.Text.AsSpan(0, clauseEnd).EndsWith(office.Office)).Kind is { } kind and not "公司" ? facts.Anaphora.Resolve(kind, from, person.Start) : null)
                ?? facts.Anaphora.Nearest(EntityType.Organization, from, person.Start);

            if (organization is not null)
                facts.State(RelationType.HoldsPosition, person.Entity, organization, sentence, After, new Qualifiers { Title = facts.Text[(clauseEnd - length)..clauseEnd] }, cue: new Cue(person.End, clauseEnd));

            return;
        }
    }

    // The verb stands before the name, or before the list that the name is in; or the names are lines of a list that a colon opens.
    private static bool IsAppointed(PageFacts facts, int sentence, EntityMention person)
    {
        var start = facts.Page.Sentences[sentence].Start;
        var clause = Clauses.StartOf(facts.Text, start, person.Start);
        return Clauses.First(facts.Text, clause, person.Start, _appoints).Index >= 0 || clause == person.Start;
    }

    // 某某总书记, 某某主席: of the party, of the country, where nothing else is named.
    private static void ReadTitleBehind(PageFacts facts, int sentence, EntityMention person)
    {
        var rest = facts.Text.AsSpan(person.End, Math.Min(4, facts.Text.Length - person.End));
        if (rest.StartsWith("总书记"))
            facts.State(RelationType.HoldsPosition, person.Entity, Organ(facts, "中共中央", new EntityMention(person.End, person.End + 3, null!)), sentence, After, new Qualifiers { Title = "总书记" }, cue: Cue.At(person.End, "总书记"));
        else if (rest.StartsWith("主席") && facts.Local.Home is null)
            facts.State(RelationType.HoldsPosition, person.Entity, Organ(facts, "中国", new EntityMention(person.End, person.End + 2, null!)), sentence, After, new Qualifiers { Title = "国家主席" }, cue: Cue.At(person.End, "主席"));
    }

    private static string? Noun(string words)
    {
        for (var end = words.Length; end >= 2; end--)
        {
            if (Anaphora.NounAtEnd(words.AsSpan(0, end)) is { } noun)
                return noun;
        }

        return null;
    }

    // The title of a committee's post names the committee: 市委常委, 党委书记.
    private static string TitleOf(EntityDraft organization, Post post)
    {
        if (post.Organization is not { } mention || !organization.Name.EndsWith('委'))
            return post.Title;

        var name = organization.Name;
        foreach (var ending in (string[])["党工委", "工委", "党委", "省委", "市委", "区委", "县委", "旗委", "州委", "盟委", "政法委"])
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return post.Title.StartsWith(ending, StringComparison.Ordinal) ? post.Title : ending + post.Title;
        }

        return post.Title;
    }

    private static EntityMention Mention(Post post) => new(post.Start, post.End, null!);

    private static EntityDraft Organ(PageFacts facts, string name, EntityMention mention)
    {
        var organ = facts.Named(name)
            ?? (name == "中共中央" ? facts.Named("党中央") : null)
            ?? (name.EndsWith("政府", StringComparison.Ordinal) ? facts.Named(name[..^2] + "人民政府") : null);

        if (organ is null)
        {
            organ = new EntityDraft(name == "中国" ? EntityType.Place : EntityType.Organization, name);
            facts.Add(organ);
        }

        organ.Mentions.Add(new Name(mention.Start, mention.End, organ.Type, "implied by title", 0.8));
        return organ;
    }
}
