using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Tests.Relations;

/// <summary>Each relation on an invented sentence, through the whole extraction.</summary>
public sealed class RelationRulesTests
{
    private static readonly Extractor _extractor = new();

    [Theory]
    [InlineData("兰州金河新材料有限公司投资3.5亿元建设高纯石墨负极项目。", "兰州金河新材料有限公司", "INVESTED_IN", "高纯石墨负极项目")]
    [InlineData("高纯石墨负极项目由兰州金河新材料有限公司投资建设。", "兰州金河新材料有限公司", "INVESTED_IN", "高纯石墨负极项目")]
    [InlineData("兰州金河新材料有限公司与甘肃天路物流集团签署战略合作协议。", "兰州金河新材料有限公司", "SIGNED_WITH", "甘肃天路物流集团")]
    [InlineData("市长赵启明会见了甘肃天路物流集团董事长孙立群。", "赵启明", "MET", "孙立群")]
    [InlineData("市长赵启明会见了甘肃天路物流集团董事长孙立群。", "孙立群", "HOLDS_POSITION", "甘肃天路物流集团")]
    [InlineData("第五届陇原绿色算力大会在兰州国际会展中心开幕。", "第五届陇原绿色算力大会", "LOCATED_IN", "兰州国际会展中心")]
    [InlineData("第五届陇原绿色算力大会由兰州市政府主办。", "兰州市政府", "ORGANIZED", "第五届陇原绿色算力大会")]
    [InlineData("兰州市委书记赵启明来到甘肃天路物流集团调研。", "赵启明", "VISITED", "甘肃天路物流集团")]
    [InlineData("兰州金河新材料有限公司是甘肃天路物流集团的全资子公司。", "兰州金河新材料有限公司", "PART_OF", "甘肃天路物流集团")]
    [InlineData("兰州金河新材料有限公司与兰州交通大学共建储能材料联合实验室。", "兰州金河新材料有限公司", "COOPERATES_WITH", "兰州交通大学")]
    [InlineData("会见孙立群时，市长赵启明表示感谢。", "赵启明", "MET", "孙立群")]
    [InlineData("市长赵启明与企业家孙立群就合作事宜进行磋商。", "赵启明", "MET", "孙立群")]
    [InlineData("市长赵启明对西宁市进行访问。", "赵启明", "VISITED", "西宁市")]
    [InlineData("市长赵启明向人民英雄纪念碑敬献花篮。", "赵启明", "VISITED", "人民英雄纪念碑")]
    public void A_sentence_states_its_relation(string sentence, string head, string type, string tail)
    {
        var page = Extract(sentence);

        page.Relations.Select(relation => (page.Entities[relation.Head].Name, Ontology.Of(relation.Type).Name, page.Entities[relation.Tail].Name))
            .Should().Contain((head, type, tail));
    }

    [Fact]
    public void A_list_before_attended_makes_everybody_an_attendee()
    {
        var page = Extract("第五届陇原绿色算力大会在兰州开幕。市领导赵启明、孙立群、周文静参加活动。");

        page.Relations.Where(relation => relation.Type == RelationType.Attended).Select(relation => page.Entities[relation.Head].Name)
            .Should().BeEquivalentTo("赵启明", "孙立群", "周文静");
    }

    [Fact]
    public void A_deputy_is_one_of_the_chief_that_was_named_last()
    {
        var page = Extract("兰州市政协主席赵启明主持会议，副主席孙立群、周文静出席。");

        page.Relations.Where(relation => relation.Type == RelationType.HoldsPosition && page.Entities[relation.Tail].Name == "兰州市政协").Select(relation => page.Entities[relation.Head].Name)
            .Should().BeEquivalentTo("赵启明", "孙立群", "周文静");
    }

    [Fact]
    public void Money_comes_with_its_number_and_its_words()
    {
        var page = Extract("兰州金河新材料有限公司投资3.5亿元建设高纯石墨负极项目。");

        page.Relations.Should().Contain(relation => relation.Qualifiers.Amount == new Amount(350_000_000m, "CNY", "3.5亿元"));
    }

    [Fact]
    public void What_will_be_is_planned()
    {
        var page = Extract("兰州金河新材料有限公司将投资3.5亿元建设高纯石墨负极项目。");

        page.Relations.Where(relation => relation.Type == RelationType.InvestedIn).Should().OnlyContain(relation => relation.Status == RelationStatus.Planned).And.NotBeEmpty();
    }

    [Fact]
    public void Several_posts_of_one_person_are_several_relations()
    {
        var page = Extract("兰州市委常委、城关区委书记赵启明主持会议。");

        page.Relations.Where(relation => relation.Type == RelationType.HoldsPosition).Select(relation => page.Entities[relation.Tail].Name)
            .Should().BeEquivalentTo("兰州市委", "城关区委");
    }

    [Fact]
    public void Two_lists_that_sign_respectively_are_paired_in_order()
    {
        var page = Extract("兰州金河新材料有限公司、甘肃天路物流集团分别与兰州交通大学、西北师范大学签约。");

        page.Relations.Where(relation => relation.Type == RelationType.SignedWith).Select(relation => (page.Entities[relation.Head].Name, page.Entities[relation.Tail].Name))
            .Should().BeEquivalentTo([("兰州金河新材料有限公司", "兰州交通大学"), ("甘肃天路物流集团", "西北师范大学")]);
    }

    [Fact]
    public void Who_receives_guests_at_the_own_university_does_not_visit_it()
    {
        var page = Extract("市长赵启明来到兰州交通大学调研。兰州交通大学校长孙立群陪同。");

        page.Relations.Where(relation => relation.Type == RelationType.Visited).Select(relation => page.Entities[relation.Head].Name).Should().Equal("赵启明");
    }

    [Fact]
    public void What_two_found_and_settle_somewhere_does_not_move_them_there()
    {
        var page = Extract("陇原储能研究院由兰州交通大学与甘肃天路物流集团共建，选址兰州新区。");

        page.Relations.Where(relation => relation.Type == RelationType.LocatedIn && page.Entities[relation.Tail].Name == "兰州新区").Select(relation => page.Entities[relation.Head].Name)
            .Should().Equal("陇原储能研究院");
    }

    private static PageExtraction Extract(string text) => _extractor.Extract(Pages.Plain("要闻\n\n本报讯 " + text));
}
