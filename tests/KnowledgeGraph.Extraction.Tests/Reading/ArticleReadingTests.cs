using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Tests.Reading;

public sealed class ArticleReadingTests
{
    private static readonly Extractor _extractor = new();

    [Fact]
    public void Articles_begin_at_their_headlines()
    {
        var page = _extractor.Extract(Pages.Plain(Pages.TwoArticles));

        page.Articles.Select(article => article.Headline).Should().Equal("云州储能产业大会开幕", "区图书馆新馆落成");
        page.Published.Should().Be(new PartialDate(2031, 5, 6));
    }

    [Fact]
    public void A_column_cut_within_a_sentence_goes_on_with_the_next_line()
    {
        var text = "云州召开会议\n\n本报讯 市长王立新在大\n\n会上讲话。\n\n新馆落成\n\n本报讯 新馆落成。";

        var page = _extractor.Extract(Pages.Plain(text));

        page.Articles.Should().HaveCount(2);
        TextOf(page, 0).Should().Contain("在大会上讲话。");
    }

    [Fact]
    public void A_short_line_with_a_comma_under_way_is_no_headline()
    {
        var text = "云州召开会议\n\n本报讯 会议昨天开幕。\n\n王立新在致辞中说,云州坚持把创新作为引\n\n领发展的动力。";

        var page = _extractor.Extract(Pages.Plain(text));

        page.Articles.Should().ContainSingle();
        TextOf(page, 0).Should().Contain("作为引领发展的动力");
    }

    [Fact]
    public void A_passage_printed_twice_is_read_once()
    {
        var passage = "省科技厅副厅长何敬之、云州大学副校长陆一鸣、市人大常委会副主任高远";
        var text = $"论坛开幕\n\n本报讯 出席开幕式的有{passage}\n\n{passage}\n\n等来宾。";

        var page = _extractor.Extract(Pages.Plain(text));

        TextOf(page, 0).Should().Contain($"有{passage}等来宾。");
        page.Articles[0].Spans.Should().HaveCountGreaterThan(1);
    }

    [Fact]
    public void Html_is_read_without_tags_and_menus_and_its_spans_lie_in_the_source()
    {
        var source = "<html><head><title>首页</title></head><body><nav>首页 新闻</nav><h1>云州召开会议</h1>"
            + "<p>本报讯 市长<b>王立新</b>&nbsp;讲话。</p><script>var a='市长';</script></body></html>";

        var page = _extractor.Extract(Pages.Html(source));

        page.Articles.Should().ContainSingle().Which.Headline.Should().Be("云州召开会议");
        TextOf(page, 0).Should().Contain("王立新").And.NotContain("var").And.NotContain("新闻");
    }

    private static string TextOf(PageExtraction page, int article) =>
        string.Concat(page.Articles[article].Spans.Select(span => span.Of(page.Text))).Replace("\n", "", StringComparison.Ordinal);
}
