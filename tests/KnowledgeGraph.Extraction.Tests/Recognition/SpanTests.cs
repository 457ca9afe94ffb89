using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Recognition.Spans;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Tests.Recognition;

public sealed class SpanTests
{
    private static readonly Segmenter _segmenter = new();
    private static readonly PlaceLexicon _places = new();
    private static readonly ClassLexicon _anchors = new("anchors.tsv");
    private static readonly WordClusters _clusters = new();

    [Fact]
    public void The_first_candidate_is_the_name_as_it_was_found()
    {
        Candidates("昨天，云州市第一人民医院新院区启用。", "云州市第一人民医院新院区")[0].Should().Be("云州市第一人民医院新院区");
    }

    [Fact]
    public void A_name_that_the_found_one_begins_with_is_a_candidate()
    {
        Candidates("昨天，云州市第一人民医院新院区启用。", "云州市第一人民医院新院区").Should().Contain("云州市第一人民医院");
    }

    [Fact]
    public void A_name_may_begin_further_left_but_not_beyond_a_mark()
    {
        Candidates("昨天，国际储能技术大会开幕。", "技术大会").Should().Contain("国际储能技术大会").And.NotContain(span => span.Contains('，'));
    }

    [Fact]
    public void Half_of_a_pair_of_quotation_marks_is_in_no_candidate()
    {
        Candidates("昨天，“云上引才”专场招聘会举行。", "“云上引才”专场招聘会").Should().OnlyContain(span => span.Count(c => c == '“') == span.Count(c => c == '”'));
    }

    [Fact]
    public void Places_one_behind_the_other_are_not_read_as_one()
    {
        var page = PageBuilder.Build(Pages.Plain("他来自江苏常州。"));
        Name[] names = [new(page.Text.IndexOf("江苏", StringComparison.Ordinal), 5, EntityType.Place, "test", 1), new(5, 7, EntityType.Place, "test", 1)];

        Candidates(page, names, 1).Should().NotContain("江苏常州");
    }

    [Fact]
    public void Without_a_model_names_stay_as_they_were_found()
    {
        var page = PageBuilder.Build(Pages.Plain("昨天，云州市第一人民医院新院区启用。"));
        List<Name> names = [new(3, 15, EntityType.Organization, "test", 1)];

        new SpanSelector(null, _segmenter, _places, _anchors, _clusters).Select(page, names, []).Should().Equal(names);
    }

    [Fact]
    public void Names_do_not_overlap_but_for_those_that_lie_in_another()
    {
        var page = PageBuilder.Build(Pages.Plain(Pages.TwoArticles));

        var names = new Extractor().Names(page);

        var flat = names.Where(name => !name.IsNested).ToList();
        flat.Zip(flat.Skip(1)).Should().OnlyContain(pair => pair.First.End <= pair.Second.Start);
        names.Where(name => name.IsNested).Should().OnlyContain(inner => flat.Exists(outer => outer.Start <= inner.Start && inner.End <= outer.End && outer.Length > inner.Length));
    }

    private static List<string> Candidates(string text, string name)
    {
        var page = PageBuilder.Build(Pages.Plain(text));
        var start = page.Text.IndexOf(name, StringComparison.Ordinal);
        return Candidates(page, [new Name(start, start + name.Length, EntityType.Organization, "test", 1)], 0);
    }

    private static List<string> Candidates(Page page, Name[] names, int index)
    {
        var sentence = new SpanSentence(page.Text, page.Sentences[0], _segmenter, _clusters, []);
        var before = index == 0 ? page.Sentences[0].Start : names[index - 1].End;
        return [.. new SpanCandidates(_places, _anchors).Of(page.Text, sentence, names[index], before, page.Sentences[0].End).Select(span => page.Text[span.Start..span.End])];
    }
}
