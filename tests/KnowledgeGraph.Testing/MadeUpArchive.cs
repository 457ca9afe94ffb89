using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Testing;

/// <summary>Pages of a newspaper that never was, as many as wanted: page <c>n</c> is always the same.</summary>
/// <remarks>
/// Four events a page, each with who came, where it was and what was signed; a few persons, organizations and places are in very many of them,
/// most in few, as in a newspaper. The facts of a page are <see cref="FactsAPage"/>.
/// </remarks>
public static class MadeUpArchive
{
    /// <summary>How many passages that state a fact a page has.</summary>
    public const int FactsAPage = 20;

    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
    private const string Given = "怀瑾清和屿明远致知行简若水云舒景行思齐嘉言子衿承志文博雨桐晓峰静姝";
    private const string Topics = "材料能源海洋航空教育医药农业数据金融物流";
    private const string Towns = "江畔北岸天目澄湖白沙青山长桥石门金滩梅岭";

    private static readonly string[] _titles = ["董事长", "总经理", "书记", "市长", "院长"];

    /// <summary>A page.</summary>
    /// <param name="number">Which.</param>
    /// <param name="edition">A later edition of the same page says one thing otherwise, and takes its place.</param>
    public static DocumentGraph Page(int number, int edition = 1)
    {
        var page = Some.Document($"archive/{number}.txt", $"第{number}期\n");
        for (var article = 0; article < 4; article++)
        {
            var roll = new Roll(number * 4 + article);
            var date = $"20{10 + roll.Next(14)}-{1 + roll.Next(12):00}-{1 + roll.Next(28):00}";
            var gathering = Some.Event($"第{number * 4 + article + 1}届{Topics[roll.Next(10)]}{Topics[roll.Next(10)]}论坛", date[..4]);
            var place = Some.Place($"{Pair(Towns, roll.Skewed(100))}市");
            var (first, second, third) = (Person(roll), Person(roll), Person(roll));
            var (company, partner) = (Organization(roll), Organization(roll));
            page.Article($"{gathering.Name}在{place.Name}开幕", date)
                .Saying(RelationType.Attended, first, gathering, $"{first.Name}、{second.Name}、{third.Name}等出席在{place.Name}举行的{gathering.Name}，并参观了展览。")
                .AndThat(RelationType.LocatedIn, gathering, place);
            if (second.Id != first.Id)
                page.AndThat(RelationType.Attended, second, gathering);
            var title = _titles[roll.Next(edition == 1 ? 5 : 4)];
            page.Saying(RelationType.HoldsPosition, third, company, $"{third.Name}作为{company.Name}{title}在会上发言，介绍了公司今年的计划。", new Qualifiers { Title = title });
            if (company.Id != partner.Id)
                page.Saying(RelationType.SignedWith, company, partner, $"论坛期间，{company.Name}与{partner.Name}签署了为期三年的战略合作协议。");
        }

        return page.Build();
    }

    private static Entity Person(Roll roll)
    {
        var index = roll.Skewed(20_000);
        return Some.Person($"{Surnames[index % 32]}{Pair(Given, index / 32)}");
    }

    private static Entity Organization(Roll roll)
    {
        var index = roll.Skewed(5_000);
        return Some.Organization($"{Pair(Towns, index % 100)}{Topics[index / 100 % 10]}{Topics[index / 1000 % 10]}有限公司");
    }

    private static string Pair(string characters, int index) =>
        $"{characters[index % characters.Length]}{characters[index / characters.Length % characters.Length]}";

    /// <summary>Numbers that look thrown and are always the same (splitmix64).</summary>
    private sealed class Roll(int seed)
    {
        private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15;

        public int Next(int below) => (int)(Unit() * below);

        /// <summary>Small numbers far more often than large ones.</summary>
        public int Skewed(int below) => (int)(Math.Pow(Unit(), 2.5) * below);

        private double Unit()
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
        }
    }
}
