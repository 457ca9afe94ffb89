using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>Finds common nouns that stand for something named before (该公司, 研究院, 本届大会, 我区) and gives them to it as mentions.</summary>
internal static class AnaphorFinder
{
    private const string Rule = "common noun";
    private const int LongestReach = 60;

    private static readonly (string Noun, EntityType Type)[] _nouns =
    [
        ("公司", EntityType.Organization), ("企业", EntityType.Organization), ("集团", EntityType.Organization), ("学校", EntityType.Organization), ("该校", EntityType.Organization),
        ("学院", EntityType.Organization), ("研究院", EntityType.Organization), ("该院", EntityType.Organization), ("研究所", EntityType.Organization), ("中心", EntityType.Organization),
        ("实验室", EntityType.Organization), ("基金会", EntityType.Organization), ("基金", EntityType.Organization), ("协会", EntityType.Organization), ("商会", EntityType.Organization),
        ("联盟", EntityType.Organization), ("督察组", EntityType.Organization), ("产业园", EntityType.Organization), ("园区", EntityType.Place), ("示范园", EntityType.Project),
        ("项目", EntityType.Project), ("工程", EntityType.Project), ("基地", EntityType.Project), ("电站", EntityType.Project), ("孵化器", EntityType.Project), ("平台", EntityType.Project),
        ("大会", EntityType.Event), ("会议", EntityType.Event), ("论坛", EntityType.Event), ("峰会", EntityType.Event), ("推介会", EntityType.Event), ("对接会", EntityType.Event),
        ("恳谈会", EntityType.Event), ("座谈会", EntityType.Event), ("博览会", EntityType.Event), ("招聘会", EntityType.Event), ("活动", EntityType.Event), ("仪式", EntityType.Event),
        ("消费节", EntityType.Event), ("竞赛", EntityType.Event), ("大赛", EntityType.Event), ("比赛", EntityType.Event), ("考试", EntityType.Event), ("决赛", EntityType.Event), ("招聘", EntityType.Event), ("笔试", EntityType.Event),
    ];

    private static readonly string[] _homes = ["我区", "全区", "我县", "全县", "我市", "全市", "我省", "全省"];

    /// <summary>Drops mentions that are such nouns themselves, then adds the nouns that mean something named before them.</summary>
    public static void AddMentions(Page page, List<EntityDraft> entities, LocalWords local)
    {
        var generic = entities.Where(entity => entity.Forms.All(IsGeneric)).ToList();
        entities.RemoveAll(generic.Contains);
        var covered = new bool[page.Text.Length + 1];
        foreach (var mention in entities.SelectMany(entity => entity.Mentions))
            covered.AsSpan(mention.Start, mention.Length).Fill(true);

        AddHomes(page, entities, local, covered);
        AddLetters(page, entities);

        var named = entities.SelectMany(entity => entity.Mentions.Select(mention => (mention.Start, entity))).OrderBy(pair => pair.Start).ToList();
        var found = new List<(EntityDraft, Name)>();
        foreach (var sentence in page.Sentences.Where(sentence => !sentence.IsHeadline))
        {
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                if (covered[i] || NounAt(page.Text, i, sentence.End) is not { } noun || !StandsAlone(page.Text, sentence.Start, i, i + noun.Noun.Length))
                    continue;

                if (Antecedent(named, noun.Noun, noun.Type, page.Articles[sentence.Article].Start, i) is { } entity)
                    found.Add((entity, new Name(Determined(page.Text, sentence.Start, i), i + noun.Noun.Length, entity.Type, Rule, 0.7)));

                i += noun.Noun.Length - 1;
            }
        }

        foreach (var (entity, mention) in found)
            entity.Mentions.Add(mention);
    }

    /// <summary>Whether a form is a common noun, alone or with a determiner: 大会, 本届大会, 该公司.</summary>
    public static bool IsGeneric(string form)
    {
        foreach (var determiner in (string[])["本届", "本次", "此次", "这次", "该", "本", "这一", "这个", "这家", "上述", "当天", "全资", "一场", "首届"])
        {
            if (form.StartsWith(determiner, StringComparison.Ordinal))
            {
                form = form[determiner.Length..];
                break;
            }
        }

        return form.Length < 2 || Array.Exists(_nouns, noun => noun.Noun == form) || form is "会见" or "会谈" or "座谈" or "调研" or "考察" or "子公司" or "开幕式" or "双方" or "签约" or "集中签约";
    }

    private static void AddHomes(Page page, List<EntityDraft> entities, LocalWords local, bool[] covered)
    {
        foreach (var word in _homes)
        {
            if (local.Meant(word[1]) is not { } division)
                continue;

            var home = entities.Find(entity => entity.Type == EntityType.Place && (entity.Name == division.Name || entity.Name == division.Short));
            for (var i = page.Text.IndexOf(word, StringComparison.Ordinal); i >= 0; i = page.Text.IndexOf(word, i + 2, StringComparison.Ordinal))
            {
                if (covered[i] || covered[i + 1])
                    continue;

                if (home is null)
                    entities.Add(home = new EntityDraft(EntityType.Place, division.Name));

                home.Mentions.Add(new Name(i, i + 2, EntityType.Place, Rule, 0.8));
            }
        }
    }

    // 在沪举行, 赴京考察: a city by one character.
    private static void AddLetters(Page page, List<EntityDraft> entities)
    {
        foreach (var (letter, city) in ((char, string)[])[('京', "北京"), ('沪', "上海"), ('津', "天津"), ('渝', "重庆")])
        {
            var place = entities.Find(entity => entity.Type == EntityType.Place && (entity.Name == city || entity.Name == city + "市"));
            for (var i = page.Text.IndexOf(letter); i >= 0; i = page.Text.IndexOf(letter, i + 1))
            {
                if (i == 0 || page.Text[i - 1] is not ('在' or '赴' or '来' or '抵' or '离') || i + 1 >= page.Text.Length
                    || page.Text[i + 1] is not ('举' or '召' or '开' or '考' or '调' or '期' or '走' or '参' or '拜' or '对' or '签' or '出' or '，' or '、' or '。' or '会' or '闭' or '揭' or '启' or '访'))
                    continue;

                if (place is null)
                    entities.Add(place = new EntityDraft(EntityType.Place, city));

                place.Forms.Add(letter.ToString());
                place.Mentions.Add(new Name(i, i + 1, EntityType.Place, Rule, 0.8));
            }
        }
    }

    private static (string Noun, EntityType Type)? NounAt(string text, int start, int end)
    {
        (string Noun, EntityType Type)? longest = null;
        foreach (var noun in _nouns)
        {
            if (noun.Noun[0] == text[start] && start + noun.Noun.Length <= end && noun.Noun.Length > (longest?.Noun.Length ?? 0)
                && string.CompareOrdinal(text, start, noun.Noun, 0, noun.Noun.Length) == 0)
                longest = noun;
        }

        return longest;
    }

    // A noun with words of its own before it (上市公司, 60家企业, 重点项目) is a class or another name.
    private static bool StandsAlone(string text, int start, int from, int to)
    {
        if (to < text.Length && text[to] is '们' or '化' or '类' or '型')
            return false;

        if (from == start)
            return true;

        return text[from - 1] is '，' or '；' or '：' or '、' or '“' or ' ' or '）' or '该' or '本' or '由' or '与' or '和' or '同' or '为' or '对' or '在' or '向' or '将' or '据' or '从' or '到'
            || (from - 2 >= start && text.AsSpan(from - 2, 2) is "本届" or "本次" or "此次" or "这次" or "这家" or "参加" or "出席" or "宣布" or "主持" or "承办" or "主办" or "这场" or "今年");
    }

    private static int Determined(string text, int start, int from) =>
        from > start && text[from - 1] is '该' or '本' ? from - 1
        : from - 2 >= start && text.AsSpan(from - 2, 2) is "本届" or "本次" or "此次" or "这次" ? from - 2 : from;

    private static EntityDraft? Antecedent(List<(int Start, EntityDraft Entity)> named, string noun, EntityType type, int from, int position)
    {
        var (low, high) = (0, named.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (named[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        // 公司 and 基金 mean the one that the article is about, other nouns the nearest.
        EntityDraft? best = null;
        var counts = new Dictionary<EntityDraft, int>();
        for (var i = low - 1; i >= 0 && named[i].Start >= from && low - i < LongestReach; i--)
        {
            var entity = named[i].Entity;
            if (Anaphora.Fits(noun, entity.Name) && (entity.Type == type || entity.OtherTypes.Contains(type) || (type is EntityType.Project or EntityType.Organization && entity.Type is EntityType.Project or EntityType.Organization)))
            {
                if (noun is not ("公司" or "企业" or "基金"))
                    return entity;

                counts[entity] = counts.GetValueOrDefault(entity) + 1;
                if (best is null || counts[entity] > counts[best])
                    best = entity;
            }
        }

        return best;
    }
}
