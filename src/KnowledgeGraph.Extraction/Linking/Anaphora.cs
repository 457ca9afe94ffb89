using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>What a common noun stands for: 该公司, 学校, 研究院, 大会, 示范园.</summary>
internal sealed class Anaphora
{
    private static readonly (string Noun, string[] Endings)[] _kinds =
    [
        ("公司", ["公司", "集团", "控股", "科技", "股份", "社"]),
        ("企业", ["公司", "集团", "控股", "科技", "股份", "社"]),
        ("集团", ["集团", "公司", "控股"]),
        ("学校", ["大学", "学院", "中学", "小学", "学校"]),
        ("该校", ["大学", "学院", "中学", "小学", "学校"]),
        ("大学", ["大学"]),
        ("学院", ["学院"]),
        ("研究院", ["研究院"]),
        ("该院", ["研究院", "医院", "学院"]),
        ("医院", ["医院"]),
        ("研究所", ["研究所"]),
        ("中心", ["中心"]),
        ("实验室", ["实验室"]),
        ("基金会", ["基金会"]),
        ("基金", ["基金", "合伙企业（有限合伙）", "合伙企业"]),
        ("协会", ["协会", "商会", "学会", "联合会"]),
        ("商会", ["商会"]),
        ("联盟", ["联盟", "理事会", "协会"]),
        ("联合会", ["联合会"]),
        ("督察组", ["督察组"]),
        ("代表团", ["代表团"]),
        ("产业园", ["产业园", "园"]),
        ("园区", ["园区", "园", "开发区", "高新区"]),
        ("示范园", ["示范园"]),
        ("项目", ["项目", "工程", "基地", "电站"]),
        ("工程", ["工程", "项目"]),
        ("大会", ["大会", "年会", "峰会"]),
        ("会议", ["会议", "会", "全会"]),
        ("论坛", ["论坛"]),
        ("活动", ["活动", "周", "节", "行", "季", "月"]),
        ("仪式", ["仪式", "典礼"]),
        ("大赛", ["大赛", "决赛", "竞赛", "赛"]),
        ("比赛", ["大赛", "决赛", "竞赛", "比赛", "赛"]),
        ("考试", ["考试", "笔试", "认定"]),
        ("招聘", ["笔试", "招聘", "招聘会"]),
    ];

    private readonly List<(int Start, EntityDraft Entity)> _mentions;

    public Anaphora(IEnumerable<EntityDraft> entities) =>
        _mentions = [.. entities.SelectMany(entity => entity.Mentions.Select(mention => (mention.Start, entity))).OrderBy(pair => pair.Start)];

    /// <summary>The noun of the list that <paramref name="text"/> ends with.</summary>
    public static string? NounAtEnd(ReadOnlySpan<char> text)
    {
        string? longest = null;
        foreach (var (noun, _) in _kinds)
        {
            if (text.EndsWith(noun) && noun.Length > (longest?.Length ?? 0))
                longest = noun;
        }

        return longest;
    }

    /// <summary>Whether a common noun can stand for something of that name.</summary>
    public static bool Fits(string noun, string name)
    {
        var endings = Array.Find(_kinds, kind => kind.Noun == noun).Endings ?? [noun];
        return name.Length > noun.Length && endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>The nearest entity of the noun's kind before <paramref name="position"/> and not before <paramref name="from"/>.</summary>
    public EntityDraft? Resolve(string noun, int from, int position)
    {
        for (var i = Before(position); i >= 0 && _mentions[i].Start >= from; i--)
        {
            var entity = _mentions[i].Entity;
            if (entity.Type is EntityType.Organization or EntityType.Project or EntityType.Place
                && Fits(noun, entity.Name))
                return entity;
        }

        return null;
    }

    /// <summary>The nearest entity of a type before <paramref name="position"/> and not before <paramref name="from"/>.</summary>
    public EntityDraft? Nearest(EntityType type, int from, int position)
    {
        for (var i = Before(position); i >= 0 && _mentions[i].Start >= from; i--)
        {
            if (_mentions[i].Entity.Type == type)
                return _mentions[i].Entity;
        }

        return null;
    }

    /// <summary>The nearest entity of a type whose name ends so, before <paramref name="position"/> and not before <paramref name="from"/>.</summary>
    public EntityDraft? NearestEnding(EntityType type, string ending, int from, int position)
    {
        for (var i = Before(position); i >= 0 && _mentions[i].Start >= from; i--)
        {
            if (_mentions[i].Entity is var entity && entity.Type == type && entity.Name.EndsWith(ending, StringComparison.Ordinal))
                return entity;
        }

        return null;
    }

    private int Before(int position)
    {
        var (low, high) = (0, _mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
