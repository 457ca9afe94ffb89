using System.Text;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ingestion.Linking;
using KnowledgeGraph.Ingestion.Pages;

namespace KnowledgeGraph.Ingestion.Tests.Linking;

public sealed class DocumentGraphBuilderTests
{
    private const string Text = "江畔市财政局局长孟怀瑾、澄江新材料有限公司董事长唐屿出席2023江畔论坛。";

    [Fact]
    public void A_person_is_known_by_the_region_of_the_organ_or_by_the_company()
    {
        var meng = Entity(EntityType.Person, "孟怀瑾", "江畔市");
        var tang = Entity(EntityType.Person, "唐屿", "江畔市");
        var bureau = Entity(EntityType.Organization, "江畔市财政局", "江畔市");
        var company = Entity(EntityType.Organization, "澄江新材料有限公司", "江畔市");
        var walker = Entity(EntityType.Person, "路人", null);

        var graph = Build([meng, tang, bureau, company, walker], [Holds(0, 2, "局长"), Holds(1, 3, "董事长")]);

        Scopes(graph).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["孟怀瑾"] = "江畔市",
            ["唐屿"] = "澄江新材料有限公司",
            ["江畔市财政局"] = "江畔市",
            ["澄江新材料有限公司"] = "",
            ["路人"] = "山前县",
        });
    }

    [Fact]
    public void An_event_is_known_by_the_year_or_number_in_its_name_or_else_by_year_and_place()
    {
        var graph = Build([Entity(EntityType.Event, "2023江畔论坛", "江畔市"), Entity(EntityType.Event, "第三届江畔论坛", "江畔市"), Entity(EntityType.Event, "座谈会", "江畔市")], []);

        Scopes(graph).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["2023江畔论坛"] = "",
            ["第三届江畔论坛"] = "",
            ["座谈会"] = "2023|江畔市",
        });
    }

    [Fact]
    public void What_the_ontology_does_not_permit_is_left_out()
    {
        var graph = Build(
            [Entity(EntityType.Person, "孟怀瑾", null), Entity(EntityType.Organization, "澄江新材料有限公司", null)],
            [Holds(1, 0, "局长"), Holds(0, 1, "董事长"), Holds(0, 0, "自己")]);

        graph.Evidence.Should().ContainSingle().Which.Qualifiers.Title.Should().Be("董事长");
        graph.Validate().Should().BeEmpty();
    }

    [Fact]
    public void The_same_statement_found_by_two_rules_is_one_evidence_of_the_better_one()
    {
        var graph = Build(
            [Entity(EntityType.Person, "孟怀瑾", null), Entity(EntityType.Organization, "澄江新材料有限公司", null)],
            [Holds(0, 1, "董事长") with { Confidence = 0.4, Rule = "weak" }, Holds(0, 1, "董事长") with { Confidence = 0.8, Rule = "strong" }]);

        graph.Evidence.Should().ContainSingle().Which.Rule.Should().Be("strong");
    }

    [Fact]
    public void A_reprint_with_another_headline_has_the_same_fingerprint_and_another_article_has_not()
    {
        const string Body = "5月12日上午，江畔市举行重大项目签约仪式，十二个项目现场签约。孟怀瑾在致辞中说，江畔将全力服务企业。唐屿代表企业发言。签约前，双方进行了会谈。";

        var original = ArticleFingerprint.Of("本报讯（记者 甲）" + Body);

        ArticleFingerprint.Of("江畔签下十二个项目\n据江畔日报 " + Body + "（原载江畔日报）").Should().Be(original);
        ArticleFingerprint.Of(Body.Replace("全力服务企业", "全力服务群众", StringComparison.Ordinal)).Should().NotBe(original);
    }

    private static Dictionary<string, string> Scopes(DocumentGraph graph) => graph.Entities.ToDictionary(entity => entity.Name, entity => entity.Scope);

    private static DocumentGraph Build(IReadOnlyList<ExtractedEntity> entities, IReadOnlyList<ExtractedRelation> relations)
    {
        var page = new PageExtraction(
            Text, "山前县", PartialDate.Parse("2023-05-13"), [new ExtractedArticle(null, [new TextSpan(0, Text.Length)], null, null)], entities, relations);
        return DocumentGraphBuilder.Build(
            new Page("page.txt", Encoding.UTF8.GetBytes(Text)), new PageText(Text, PageFormat.PlainText, "utf-8"), page, DateTimeOffset.UnixEpoch);
    }

    private static ExtractedEntity Entity(EntityType type, string name, string? region) => new(type, [type], name, [], region, null, []);

    private static ExtractedRelation Holds(int head, int tail, string title) => new(
        RelationType.HoldsPosition, head, tail, new Qualifiers { Title = title }, RelationStatus.Occurred, 0.9, "test", 0, new TextSpan(0, Text.Length), Text);
}
