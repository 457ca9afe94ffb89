using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Tests.Recognition;

public sealed class GrammarTests
{
    private static readonly PlaceLexicon _places = new();
    private static readonly ClassLexicon _anchors = new("anchors.tsv");

    [Theory]
    [InlineData("西安市委书记王立新出席。", "西安市委")]
    [InlineData("会议由区人大常委会召开。", "区人大常委会")]
    [InlineData("城关区委组织部部长到会。", "城关区委组织部")]
    public void An_organ_of_a_division_is_found_by_its_form(string text, string organ)
    {
        Found(new OrganGrammar(_places).Find(PageOf(text)), text).Should().Equal(organ);
    }

    [Fact]
    public void A_committee_member_is_no_committee()
    {
        new OrganGrammar(_places).Find(PageOf("他是市委员。")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("昨天，2031年第三届云州绿色算力大会在云州开幕。", "2031年第三届云州绿色算力大会")]
    [InlineData("第五届陇原书画艺术节启动。", "第五届陇原书画艺术节")]
    [InlineData("“云上引才”2031春季专场招聘会举行。", "“云上引才”2031春季专场招聘会")]
    public void An_event_is_found_by_its_year_or_ordinal_and_its_last_word(string text, string name)
    {
        Found(new EventGrammar(_anchors).Find(PageOf(text)), text).Should().Equal(name);
    }

    [Fact]
    public void A_year_alone_begins_no_event()
    {
        new EventGrammar(_anchors).Find(PageOf("2031年，云州召开大会。")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("区长司徒明远会见了客人。", "司徒明远")]
    [InlineData("区长司徒砚会见了客人。", "司徒砚")]
    public void A_person_with_a_surname_of_two_characters_is_found_without_the_verb_behind(string text, string name)
    {
        Found(new CompoundSurnames(new PersonCharacters(), new Segmenter()).Find(PageOf(text)), text).Should().Equal(name);
    }

    [Fact]
    public void A_city_and_its_district_are_two_places()
    {
        const string Text = "泸州市江阳区";

        var parts = new PlaceChains(_places, _anchors).Split(Text, new Name(0, Text.Length, EntityType.Place, "test", 1));

        parts.Select(part => Text[part.Start..part.End]).Should().Equal("泸州市", "江阳区");
    }

    [Fact]
    public void A_province_and_a_city_of_it_are_two_places()
    {
        const string Text = "青海西宁";

        var parts = new PlaceChains(_places, _anchors).Split(Text, new Name(0, Text.Length, EntityType.Place, "test", 1));

        parts.Select(part => Text[part.Start..part.End]).Should().Equal("青海", "西宁");
    }

    [Fact]
    public void In_a_list_of_projects_a_name_goes_from_mark_to_mark()
    {
        const string Text = "高纯石墨项目、钠电池和固态电池中试及量产项目、退役组件回收与再制造项目与市政府签约。";

        Found(new ProjectLists(new ClassLexicon("stops.tsv")).Find(PageOf(Text)), Text).Should().Equal("钠电池和固态电池中试及量产项目", "退役组件回收与再制造项目");
    }

    [Theory]
    [InlineData("出席某市举行的欢迎宴会", "欢迎宴会")]
    [InlineData("引水入城工程是重点工程", "引水入城工程")]
    public void A_verb_is_no_part_of_the_name_of_an_event_or_project(string text, string name)
    {
        var repaired = new NameEdges(_places).Repair(text, new Name(0, text.Length, EntityType.Event, "test", 1));

        text[repaired!.Start..repaired.End].Should().Be(name);
    }

    private static IEnumerable<string> Found(IEnumerable<Name> names, string text) => names.Select(name => text[name.Start..name.End]);

    private static Page PageOf(string text) => PageBuilder.Build(Pages.Plain(text));
}
