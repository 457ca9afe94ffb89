namespace KnowledgeGraph.Graph.Tests;

public sealed class TitlesTests
{
    [Theory]
    [InlineData("市长", Tenure.Current)]
    [InlineData("原市长", Tenure.Former)]
    [InlineData("前校长", Tenure.Former)]
    [InlineData("时任县委书记", Tenure.Former)]
    [InlineData("市委原书记", Tenure.Former)]
    [InlineData("代理市长", Tenure.Acting)]
    [InlineData("代县长", Tenure.Acting)]
    [InlineData("市政府代市长", Tenure.Acting)]
    [InlineData("人大代表", Tenure.Current)]
    [InlineData("代表", Tenure.Current)]
    [InlineData("原料部经理", Tenure.Current)]
    [InlineData("前台主管", Tenure.Current)]
    public void A_title_tells_former_and_acting_posts_from_current_ones(string title, Tenure tenure) =>
        Titles.TenureOf(title).Should().Be(tenure);
}
