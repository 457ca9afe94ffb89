using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>Tells whether a short form can stand for a full name.</summary>
internal sealed class Abbreviations(PlaceLexicon places)
{
    private static readonly string[] _legalForms =
        ["（集团）股份有限公司", "集团股份有限公司", "股份有限公司", "集团有限责任公司", "有限责任公司", "集团有限公司", "有限公司", "合伙企业（有限合伙）", "合伙企业", "总公司", "公司", "株式会社", "集团"];

    /// <summary>A number that is higher the better <paramref name="brief"/> stands for <paramref name="full"/>; 0 if it cannot.</summary>
    public int Score(string brief, string full)
    {
        if (brief.Length < 2 || brief.Length >= full.Length)
            return 0;

        var core = Core(full);
        var bare = WithoutRegion(core);
        if (brief == core || brief == bare)
            return 10;

        // 海岳深潜 begins 海岳深潜装备股份有限公司; but 区委 is another thing than 区委办公室, 山东大学 than 山东大学药学院.
        var isCompany = core.Length < full.Length;
        if (isCompany && (core.StartsWith(brief, StringComparison.Ordinal) || bare.StartsWith(brief, StringComparison.Ordinal)))
            return 8;

        if (full.EndsWith(brief, StringComparison.Ordinal) && brief.Length >= 4)
            return 7;

        // What a longer name begins with is what the longer one belongs to.
        if (full.StartsWith(brief, StringComparison.Ordinal))
            return 0;

        // 某区人社局 for 某区人力资源和社会保障局, 某市政府 for 某市人民政府: the same region and kind of organ, in order.
        if (IsOrgan(brief) && brief[^1] == full[^1] && places.LongestPrefix(brief) is >= 2 and var same && places.LongestPrefix(full) == same && full.StartsWith(brief[..same], StringComparison.Ordinal)
            && brief.Length - same >= 2 && (brief.Length - same >= 3 || brief.EndsWith("政府", StringComparison.Ordinal)) && IsSubsequence(brief, full) && (brief.EndsWith("政府", StringComparison.Ordinal) ? full[same..] == "人民政府" : brief[same] == full[same]))
            return 6;

        // 鹭翔集团 for 鹭翔航空维修集团有限公司, 南海产投 for 南海产业投资集团有限公司: starts alike, goes on in order.
        if (IsSubsequence(brief, full) && (StartsAlike(brief, core) || StartsAlike(brief, bare)))
        {
            // 西安市委 has nothing of its own that 西安市发展改革委 could spell out.
            if (places.LongestPrefix(brief) is >= 2 and var region && brief.Length - region < 2)
                return 0;

            var own = WithoutRegion(brief);
            return own.Length >= (own.Length < brief.Length ? 3 : 2) && (own[0] == bare[0] || own[0] == core[0]) ? 5 : 0;
        }

        return 0;
    }

    private static bool IsOrgan(string name) => name[^1] is '局' or '厅' or '委' or '办' or '府' or '组';

    /// <summary>A company's name without its legal form.</summary>
    public static string Core(string name)
    {
        foreach (var form in _legalForms)
        {
            if (name.Length > form.Length + 1 && name.EndsWith(form, StringComparison.Ordinal))
                return name[..^form.Length];
        }

        return name;
    }

    /// <summary>A name without the place it begins with.</summary>
    public string WithoutRegion(string name)
    {
        var rest = name;
        for (var i = 0; i < 3; i++)
        {
            var length = places.LongestPrefix(rest);
            if (length < 2 || rest.Length - length < 2)
                break;

            rest = rest[length..].TrimStart('省', '市', '区', '县');
        }

        if (rest.StartsWith('（') && rest.IndexOf('）') is > 0 and var close && close + 2 < rest.Length)
            rest = rest[(close + 1)..];

        return rest.Length >= 2 ? rest : name;
    }

    private static bool StartsAlike(string brief, string start)
    {
        var alike = 0;
        while (alike < brief.Length && alike < start.Length && brief[alike] == start[alike])
            alike++;

        return alike >= 2 || (alike >= 1 && brief.Length <= 4 && brief[^1] is '大' or '院' or '中' or '局' or '委' or '所' or '工' or '程' or '理');
    }

    private static bool IsSubsequence(string brief, string full)
    {
        var matched = 0;
        foreach (var c in full)
        {
            if (matched < brief.Length && c == brief[matched])
                matched++;
        }

        return matched == brief.Length;
    }
}
