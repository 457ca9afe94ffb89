using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>Where a page is at home, and what its local words mean there: 我区, 市委, 区人社局, 省公安厅.</summary>
internal sealed class LocalWords
{
    private const string Counties = "区县旗";
    private const string Cities = "市州盟";

    private static readonly string[] _localMarks = ["委", "政府", "领导", "人大", "政协", "纪委", "长", "直", "属"];

    private static readonly string[] _papers = ["日报", "晚报", "晨报", "时报", "报", "新闻网", "新闻中心", "政府网", "门户", "零距离网", "网", "融媒", "发布", "资讯网"];

    private readonly PlaceLexicon _places;

    private LocalWords(PlaceLexicon places, Division? county, Division? city, Division? province) =>
        (_places, County, City, Province) = (places, county, city, province);

    public Division? County { get; }

    public Division? City { get; }

    public Division? Province { get; }

    /// <summary>The smallest of the divisions that the page is at home in.</summary>
    public Division? Home => County ?? City ?? Province;

    /// <summary>The page's place from the city down: 常州市武进区.</summary>
    public string? Place => (City, County) switch
    {
        (null, null) => Province?.Name,
        (null, { } county) => Province is { } province && province.Name.EndsWith('市') ? province.Name + county.Name : county.Name,
        ({ } city, null) => city.Name,
        ({ } city, { } county) => city.Name + county.Name,
    };

    /// <param name="page">A page.</param>
    /// <param name="places">All places.</param>
    /// <param name="head">What the page begins with as it came, where the paper's name stands.</param>
    public static LocalWords Of(Page page, PlaceLexicon places, string head = "")
    {
        if (Masthead(head, places) is { } own)
            return At(places, own);

        var counts = Count(page, places);
        var scores = counts.ToDictionary(pair => pair.Key, pair => Score(pair.Key, counts, places));
        Division? Best(Func<Division, bool> filter) => scores
            .Where(pair => pair.Value > 0 && filter(pair.Key))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Code, StringComparer.Ordinal)
            .Select(pair => pair.Key)
            .FirstOrDefault();

        // On a whole page one local word may be quoted from elsewhere; a single article has few.
        var enough = page.Text.Length < 1200 ? 1 : 3;
        var words = (Counties + Cities).ToDictionary(level => level, level => Bare(page.Text, level));
        var ofCity = Cities.Max(level => words[level]);
        foreach (var level in Counties)
        {
            if (words[level] >= enough && words[level] * 2 >= ofCity && Best(division => division.Code.Length == 6 && division.Name.EndsWith(level)) is { } county)
            {
                if (scores[county] >= 3)
                    return At(places, county);

                break;
            }
        }

        foreach (var level in Cities)
        {
            if (words[level] < enough)
                continue;

            var city = Best(division => division.Code.Length is 4 or 2 && IsOfLevel(division, level));
            var countyCity = Best(division => division.Code.Length == 6 && IsOfLevel(division, level));
            if (countyCity is not null && (city is null || counts[countyCity] > counts[city]))
                return At(places, countyCity);

            if (city is not null && scores[city] >= 3)
                return At(places, city);
        }

        return new LocalWords(places, null, null, null);
    }

    // 台州日报, 永春新闻网: the paper is at home where its name says.
    private static Division? Masthead(string head, PlaceLexicon places)
    {
        for (var i = 0; i < head.Length; i++)
        {
            var length = places.LongestPrefix(head.AsSpan(i, Math.Min(12, head.Length - i)));
            if (length >= 2 && _papers.Any(paper => head.AsSpan(i + length).StartsWith(paper))
                && places.Find(head.Substring(i, length)).Where(division => division.Code.Length is 4 or 6).OrderBy(division => division.Code.Length).FirstOrDefault() is { } own)
                return own;
        }

        return null;
    }

    /// <summary>The division that a local word's first character means here: 区, 县, 旗, 市, 州, 盟, 省.</summary>
    public Division? Meant(char level) => level switch
    {
        '省' => Province,
        '区' or '县' or '旗' => County is { } county && county.Name.EndsWith(level) ? county : null,
        '市' => County is { } county && county.Name.EndsWith('市') ? county : City is { } city && city.Name.EndsWith('市') ? city : Province is { } province && province.Name.EndsWith('市') ? province : null,
        '州' or '盟' => City is { } city && IsOfLevel(city, level) ? city : null,
        _ => null,
    };

    // 常州市 is no prefecture.
    private static bool IsOfLevel(Division division, char level) => division.Name.EndsWith(level) && (level != '州' || division.Name.EndsWith("自治州", StringComparison.Ordinal));

    /// <summary>The full name of a local organ: 市委 → 常州市委, 省公安厅 → 江苏省公安厅; <see langword="null"/> if it is none.</summary>
    public string? Resolve(string form)
    {
        if (form.Length < 2 || Meant(form[0]) is not { } division || _places.LongestPrefix(form) >= 2)
            return null;

        return division.Name + form[1..];
    }

    private static LocalWords At(PlaceLexicon places, Division division)
    {
        Division? county = null, city = null, province = null;
        for (var d = division; d is not null; d = places.Above(d))
        {
            switch (d.Code.Length)
            {
                case 6: county = d; break;
                case 4: city = d; break;
                default: province = d; break;
            }
        }

        return new LocalWords(places, county, city, province);
    }

    private static Dictionary<Division, int> Count(Page page, PlaceLexicon places)
    {
        var counts = new Dictionary<Division, int>();
        var text = page.Text;
        for (var i = 0; i < text.Length;)
        {
            var length = places.LongestPrefix(text.AsSpan(i, Math.Min(12, text.Length - i)));
            if (length < 2)
            {
                i++;
                continue;
            }

            var form = text.Substring(i, length);
            var rest = text.AsSpan(i + length, Math.Min(3, text.Length - i - length)).ToString();
            var weight = 1 + (_localMarks.Any(mark => rest.StartsWith(mark, StringComparison.Ordinal) || rest.AsSpan().IndexOf(mark) == 1) ? 2 : 0);
            foreach (var division in places.Find(form))
            {
                if (division.Code.Length <= 6)
                    counts[division] = counts.GetValueOrDefault(division) + weight + (form == division.Name ? 1 : 0);
            }

            i += length;
        }

        return counts;
    }

    // A division counts more where what contains it is named too; of namesakes, that decides.
    private static int Score(Division division, Dictionary<Division, int> counts, PlaceLexicon places)
    {
        var score = counts[division];
        for (var above = places.Above(division); above is not null; above = places.Above(above))
            score += Math.Min(counts.GetValueOrDefault(above), 12);

        return score;
    }

    // How often a level stands alone for its division: 区委, 我区, 全市.
    private static int Bare(string text, char level)
    {
        var count = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != level)
                continue;

            var before = i > 0 ? text[i - 1] : '\n';
            var rest = text.AsSpan(i + 1, Math.Min(2, text.Length - i - 1)).ToString();
            if (before is '我' or '全')
                count += 2;
            else if ((before is '，' or '。' or '、' or '\n' or '由' or '与' or '和' or '副' or '（' or '对' or '向' or '；' or ' ')
                && _localMarks.Any(mark => rest.StartsWith(mark, StringComparison.Ordinal)))
                count++;
        }

        return count;
    }
}
