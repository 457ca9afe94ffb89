using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Tests;

public sealed class ExtractorTests
{
    private const string Lead =
        "云州储能产业大会开幕\n\n本报讯(记者 马晓峰)昨天,第三届云州储能产业大会在西安国际会展中心开幕。"
        + "西安市委书记杜鹏程、副市长宋雨晴出席。大会由西安市发展改革委主办。现场,西安高新区管委会与陕西远航储能科技有限公司签约。";

    private static readonly Extractor _extractor = new();

    [Fact]
    public void A_report_gives_its_people_bodies_events_and_relations()
    {
        var page = _extractor.Extract(Pages.Plain(Lead));

        page.Entities.Select(entity => (entity.Type, entity.Name)).Should().Contain(
        [
            (EntityType.Person, "杜鹏程"), (EntityType.Person, "宋雨晴"),
            (EntityType.Organization, "陕西远航储能科技有限公司"), (EntityType.Event, "第三届云州储能产业大会"),
        ]);
        page.Relations.Select(relation => (relation.Type, page.Entities[relation.Head].Name, page.Entities[relation.Tail].Name)).Should().Contain(
        [
            (RelationType.Attended, "杜鹏程", "第三届云州储能产业大会"),
            (RelationType.HoldsPosition, "杜鹏程", "西安市委"),
            (RelationType.SignedWith, "西安高新区管委会", "陕西远航储能科技有限公司"),
        ]);
    }

    [Fact]
    public void Reporters_are_no_entities()
    {
        var page = _extractor.Extract(Pages.Plain(Lead));

        page.Entities.Select(entity => entity.Name).Should().NotContain("马晓峰");
    }

    [Fact]
    public void A_mention_and_its_evidence_are_exactly_their_text_in_the_page()
    {
        var page = _extractor.Extract(Pages.Plain(Lead));

        foreach (var entity in page.Entities)
        {
            foreach (var mention in entity.Mentions.Where(mention => mention.Rule == "tagger"))
                entity.Aliases.Append(entity.Name).Should().Contain(mention.Span.Of(page.Text).Replace('(', '（').Replace(')', '）'));
        }

        page.Relations.Should().NotBeEmpty().And.OnlyContain(relation => relation.Evidence.Of(page.Text) == relation.Sentence);
    }

    [Fact]
    public void A_name_that_a_column_cuts_is_one_mention_with_the_line_break_inside()
    {
        var text = Lead.Replace("远航储能", "远航\n\n储能", StringComparison.Ordinal);

        var page = _extractor.Extract(Pages.Plain(text));

        var company = page.Entities.Should().ContainSingle(entity => entity.Name == "陕西远航储能科技有限公司").Which;
        company.Mentions[0].Span.Of(text).Should().Be("陕西远航\n\n储能科技有限公司");
    }

    [Fact]
    public void Any_text_is_read_without_an_exception_and_all_spans_lie_in_it()
    {
        var pieces = Gen.Elements(
            "市委书记", "王立新", "、", "，", "。", "\n\n", "\n", "本报讯(记者 某某)", "（", "）", "“", "”", "第三届", "大会", "与", "签约", "投资3亿元", "在", "举行", " ", "<p>", "</p>", "&nbsp;", "&#20013;",
            "某某有限公司", "\uD83D", "\0", "2024年9月12日", "·", "参加活动", "我区", "公司", "由", "主办", "摄", "◆", "又讯", "位于", "会见");
        var pages =
            from text in Gen.ListOf(pieces)
            from format in Gen.Elements(PageFormat.PlainText, PageFormat.Html)
            select new PageText(string.Concat(text), format, "utf-8");

        Prop.ForAll(pages.ToArbitrary(), page =>
        {
            var found = _extractor.Extract(page);
            var whole = new TextSpan(0, page.Text.Length);
            return found.Entities.SelectMany(entity => entity.Mentions).All(mention => whole.Contains(mention.Span) && mention.Span.Length > 0)
                && found.Relations.All(relation => relation.Evidence.Of(page.Text) == relation.Sentence)
                && found.Articles.SelectMany(article => article.Spans).All(whole.Contains);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void The_same_page_gives_the_same_answer_from_several_threads()
    {
        var expected = Print(_extractor.Extract(Pages.Plain(Lead)));

        var found = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ => Print(_extractor.Extract(Pages.Plain(Lead)))).ToList();

        found.Should().OnlyContain(printed => printed == expected);
    }

    [Fact]
    public void Time_grows_with_the_text_and_not_with_its_square()
    {
        var one = string.Concat(Enumerable.Repeat(Lead + "\n\n", 40));
        var eight = string.Concat(Enumerable.Repeat(Lead + "\n\n", 320));
        _extractor.Extract(Pages.Plain(one));

        var (small, large) = (Seconds(one), Seconds(eight));

        large.Should().BeLessThan(Math.Max(30 * small, 2));
    }

    private static double Seconds(string text)
    {
        var watch = Stopwatch.StartNew();
        _extractor.Extract(Pages.Plain(text));
        return watch.Elapsed.TotalSeconds;
    }

    private static string Print(PageExtraction page) =>
        string.Join('\n', page.Entities.Select(entity => $"{entity.Type} {entity.Name} {string.Join('|', entity.Aliases)} {string.Join(' ', entity.Mentions.Select(mention => mention.Span))}"))
        + string.Join('\n', page.Relations.Select(relation => $"{relation.Type} {relation.Head} {relation.Tail} {relation.Evidence}"));
}
