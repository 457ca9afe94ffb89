using System.Text;
using KnowledgeGraph.Extraction.Reading;

namespace KnowledgeGraph.Extraction.Tests.Reading;

public sealed class PageReaderTests
{
    private const string Sentence = "市长王立新昨天在云州会见了客人。";

    static PageReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Utf8_is_read_with_and_without_a_mark()
    {
        Read(Encoding.UTF8.GetBytes(Sentence)).Should().Be(new PageText(Sentence, PageFormat.PlainText, "utf-8"));
        Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sentence)]).Text.Should().Be(Sentence);
    }

    [Theory]
    [InlineData("utf-16", new byte[] { 0xFF, 0xFE })]
    [InlineData("utf-16BE", new byte[] { 0xFE, 0xFF })]
    [InlineData("gb18030", new byte[] { 0x84, 0x31, 0x95, 0x33 })]
    [InlineData("gb18030", new byte[0])]
    public void Other_encodings_of_Chinese_are_read(string encoding, byte[] mark)
    {
        var page = Read([.. mark, .. Encoding.GetEncoding(encoding).GetBytes(Sentence)]);

        page.Should().Be(new PageText(Sentence, PageFormat.PlainText, encoding));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x20, 0x0A })]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x00, 0x01, 0x02 })]
    [InlineData(new byte[] { 0xC3, 0x28, 0xA0, 0xA1, 0xE2, 0x28, 0xA1 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x41 })]
    public void What_is_no_text_is_refused_in_one_line_that_names_the_file(byte[] bytes)
    {
        var reading = () => Read(bytes);

        var message = reading.Should().Throw<UnreadablePageException>().Which.Message;
        message.Should().Contain("page.txt").And.NotContain("\n");
    }

    [Fact]
    public void One_character_that_no_text_has_makes_a_long_page_binary()
    {
        var reading = () => Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(new string('市', 1_000) + '\0')]);

        reading.Should().Throw<UnreadablePageException>().WithMessage("*binary*");
    }

    [Fact]
    public void A_file_far_larger_than_a_page_is_refused()
    {
        var reading = () => Read(new byte[PageReader.MaximumBytes + 1]);

        reading.Should().Throw<UnreadablePageException>().WithMessage("*larger than*");
    }

    [Theory]
    [InlineData("a.html", "<p>市长</p>", PageFormat.Html)]
    [InlineData("a.txt", "\n<!doctype HTML><p>市长</p>", PageFormat.Html)]
    [InlineData("a.txt", "<p>市长</p>", PageFormat.PlainText)]
    public void Html_is_told_by_name_or_by_its_first_words(string name, string text, PageFormat format)
    {
        PageReader.Read(Encoding.UTF8.GetBytes(text), name).Format.Should().Be(format);
    }

    private static PageText Read(byte[] bytes) => PageReader.Read(bytes, "page.txt");
}
