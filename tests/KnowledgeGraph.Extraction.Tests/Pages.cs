using KnowledgeGraph.Extraction.Reading;

namespace KnowledgeGraph.Extraction.Tests;

/// <summary>Invented pages for tests.</summary>
internal static class Pages
{
    public static PageText Plain(string text) => new(text, PageFormat.PlainText, "utf-8");

    public static PageText Html(string text) => new(text, PageFormat.Html, "utf-8");

    /// <summary>A page of two articles in good order.</summary>
    public const string TwoArticles =
        """
        2031年5月6日 星期二 要闻 责任编辑 高明远

        云州储能产业大会开幕

        本报讯(记者 马晓峰)昨天,第三届云州储能产业大会在云州会展中心开幕。市委书记杜鹏程出席并致辞,副市长宋雨晴主持。

        区图书馆新馆落成

        本报讯(记者 叶青)近日,青桐区图书馆新馆落成。
        """;
}
