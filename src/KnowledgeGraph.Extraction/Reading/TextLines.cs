namespace KnowledgeGraph.Extraction.Reading;

/// <summary>One printed line or paragraph, as it came.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="IsSetApart">Whether blank lines or the mark-up set it apart from the line before.</param>
internal sealed record TextLine(CleanText Text, bool IsSetApart);

/// <summary>Cuts a page into its lines; of HTML, into its paragraphs without tags.</summary>
internal static class TextLines
{
    public static List<TextLine> Of(PageText page) =>
        page.Format == PageFormat.Html ? HtmlLines.Read(page.Text) : ReadPlain(page.Text);

    private static List<TextLine> ReadPlain(string text)
    {
        var lines = new List<TextLine>();
        var line = new CleanText.Builder();
        var afterBlank = true;

        void End()
        {
            var clean = CharacterNormalizer.Normalize(line.Build());
            line = new CleanText.Builder();
            if (string.IsNullOrWhiteSpace(clean.Text))
            {
                afterBlank = true;
                return;
            }

            lines.Add(new TextLine(Trim(clean), afterBlank));
            afterBlank = false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' or '\f' or '\u2028' or '\u2029' or '\u0085')
            {
                if (text[i] != '\n' || i == 0 || text[i - 1] != '\r')
                    End();
            }
            else
            {
                line.Append(text[i], i, i + 1);
            }
        }

        End();
        return lines;
    }

    internal static CleanText Trim(CleanText text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && text[start] == ' ')
            start++;

        while (end > start && text[end - 1] == ' ')
            end--;

        return text.Slice(start, end);
    }
}
