using FsCheck;
using FsCheck.Fluent;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Tests.Segmentation;

public sealed class SegmenterTests
{
    private static readonly Segmenter _segmenter = new();

    [Fact]
    public void Text_is_cut_into_words()
    {
        const string Text = "会议研究项目建设工作";

        _segmenter.Segment(Text).Select(word => Text[word.Start..word.End]).Should().Equal("会议", "研究", "项目", "建设", "工作");
    }

    [Fact]
    public void Words_cover_any_text_without_gap_or_overlap()
    {
        var texts = Gen.Elements("云州市委，。3.5亿A-b ·“”\n".ToCharArray()).ArrayOf().Select(characters => new string(characters));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var words = _segmenter.Segment(text);
            return words.Select(word => text[word.Start..word.End]).SequenceEqual(words.Select((word, i) => text[(i == 0 ? 0 : words[i - 1].End)..word.End]))
                && (words.Count == 0 ? text.Length == 0 : words[^1].End == text.Length);
        }).QuickCheckThrowOnFailure();
    }
}
