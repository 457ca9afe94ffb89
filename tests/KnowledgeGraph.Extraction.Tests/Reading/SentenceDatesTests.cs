using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Tests.Reading;

public sealed class SentenceDatesTests
{
    private static readonly PartialDate _published = new(2031, 5, 6);

    [Theory]
    [InlineData("昨天下午,大会开幕。", "2031-05-05")]
    [InlineData("5月3日,大会开幕。", "2031-05-03")]
    [InlineData("12月30日，两地签约。", "2030-12-30")]
    [InlineData("27日在云州开幕。", "2031-04-27")]
    [InlineData("上周五，代表团抵达。", "2031-05-02")]
    [InlineData("今年3月，公司入股。", "2031-03")]
    [InlineData("去年，公司设立分厂。", "2030")]
    [InlineData("2029年8月15日揭牌。", "2029-08-15")]
    public void A_date_is_resolved_against_the_day_of_the_paper(string sentence, string expected)
    {
        SentenceDates.First(sentence, _published).Should().Be(PartialDate.Parse(expected));
    }

    [Theory]
    [InlineData("近日，大会开幕。")]
    [InlineData("日前，两地签约。")]
    public void A_vague_time_gives_no_date(string sentence)
    {
        SentenceDates.First(sentence, _published).Should().BeNull();
    }

    [Fact]
    public void A_relative_day_without_a_day_of_the_paper_gives_no_date()
    {
        SentenceDates.First("昨天，大会开幕。", published: null).Should().BeNull();
    }
}
