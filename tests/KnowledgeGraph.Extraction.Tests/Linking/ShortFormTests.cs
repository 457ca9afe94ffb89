namespace KnowledgeGraph.Extraction.Tests.Linking;

/// <summary>Two forms of one thing, on invented pages.</summary>
public sealed class ShortFormTests
{
    private static readonly Extractor _extractor = new();

    [Theory]
    [InlineData("兰州市人民政府与甘肃天路物流集团签约。会后，兰州市政府举行座谈会。", "兰州市人民政府", "兰州市政府")]
    [InlineData("城关区人力资源和社会保障局举办招聘会。城关区人社局局长孙立群致辞。", "城关区人力资源和社会保障局", "城关区人社局")]
    [InlineData("赵启明到访沙特阿拉伯。赵启明在沙特会见了客人。", "沙特阿拉伯", "沙特")]
    public void A_short_form_is_an_alias_of_the_full_name(string text, string name, string alias)
    {
        var entities = _extractor.Extract(Pages.Plain("要闻\n\n本报讯 " + text)).Entities;

        entities.Should().Contain(entity => entity.Name == name).Which.Aliases.Should().Contain(alias);
        entities.Should().NotContain(entity => entity.Name == alias);
    }
}
