using FsCheck;
using FsCheck.Fluent;

namespace KnowledgeGraph.Graph.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-09-15", "2023-09-15", "2023-09-15")]
    public void A_date_means_every_day_from_its_first_to_its_last(string text, string first, string last)
    {
        var date = PartialDate.Parse(text);

        date.ToString().Should().Be(text);
        date.First.Should().Be(DateOnly.Parse(first));
        date.Last.Should().Be(DateOnly.Parse(last));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13")]
    [InlineData("2023-00-01")]
    [InlineData("0000")]
    [InlineData("23-01-01")]
    [InlineData("2023-1-1")]
    [InlineData("2023-01-01-01")]
    [InlineData("2023-01-1x")]
    [InlineData("+023")]
    [InlineData("")]
    [InlineData(null)]
    public void What_the_calendar_lacks_is_no_date(string? text) => PartialDate.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Any_text_is_parsed_or_refused_and_a_date_prints_as_it_was_parsed()
    {
        var texts = ArbMap.Default.ArbFor<string?>().Generator.Or(
            from year in Gen.Choose(-10, 10_010)
            from month in Gen.Choose(-1, 14)
            from day in Gen.Choose(-1, 33)
            select (string?)$"{year:D4}-{month:D2}-{day:D2}");

        Prop.ForAll(texts.ToArbitrary(), text => !PartialDate.TryParse(text, out var date) || date.ToString() == text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_year_comes_before_its_months_and_these_before_their_days()
    {
        string[] inOrder = ["2022-12-31", "2023", "2023-01", "2023-01-01", "2023-02"];

        inOrder.Reverse().Select(PartialDate.Parse).Order().Select(date => date.ToString()).Should().Equal(inOrder);
    }
}
