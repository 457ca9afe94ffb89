namespace KnowledgeGraph.Extraction.Tests.Linking;

public sealed class LocalWordsTests
{
    private static readonly Extractor _extractor = new();

    [Fact]
    public void A_bare_organ_is_one_of_the_papers_own_city()
    {
        var page = _extractor.Extract(Pages.Plain("天水召开大会\n\n本报讯 天水市第三届果业大会在天水开幕,市委书记高明远致辞。大会由市农业农村局主办。我市果业发展迅速。"));

        page.Place.Should().Be("天水市");
        page.Entities.Select(entity => entity.Name).Should().Contain(["天水市委", "天水市农业农村局"]);
    }

    [Fact]
    public void A_short_form_is_an_alias_of_the_full_name()
    {
        var page = _extractor.Extract(Pages.Plain("要闻\n\n本报讯 兰州金河新材料有限公司(以下简称“金河新材”)昨日开业。金河新材董事长高明远致辞。"));

        page.Entities.Should().ContainSingle(entity => entity.Name == "兰州金河新材料有限公司").Which.Aliases.Should().Contain("金河新材");
    }
}
