using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Puts the lines of a page together again: columns to paragraphs, paragraphs to articles.</summary>
/// <remarks>
/// A line that ends within a sentence goes on with the next line of text (right nearly always: EXTRACTION.md, "Layout"),
/// past captions and noise. An article begins with headings, or with an opening where a text is already under way.
/// </remarks>
internal sealed class PageBuilder
{
    private const int ShortestFragment = 10;

    private readonly CleanText.Builder _clean = new();
    private readonly List<PageArticle> _articles = [];
    private readonly List<Paragraph> _paragraphs = [];
    private readonly List<CleanText> _captions = [];
    private readonly List<string> _headings = [];
    private CleanText.Builder? _open;
    private int _articleStart;
    private int _section;
    private bool _hasBody;
    private bool _hasOpenings;
    private PartialDate? _pagePublished;
    private PartialDate? _published;

    public static Page Build(PageText page)
    {
        var builder = new PageBuilder();
        var lines = Repeats.Cut(TextLines.Of(page))
            .Select(line => (Kind: LineKinds.Of(line.Text.Text), line.Text))
            .ToList();

        builder._hasOpenings = lines.Count(line => line.Kind == LineKind.Opening && line.Text[0] == '本') >= 2;
        for (var i = 0; i < lines.Count; i++)
            builder.Add(lines[i].Kind, lines[i].Text, i + 1 < lines.Count ? lines[i + 1].Kind : LineKind.Noise, i + 2 < lines.Count ? lines[i + 2].Kind : LineKind.Noise);

        builder.EndArticle();
        var clean = builder._clean.Build();
        return new Page(clean, builder._articles, Sentences.Of(clean.Text, builder._articles), builder._pagePublished);
    }

    private void Add(LineKind kind, CleanText line, LineKind next, LineKind afterNext)
    {
        if (kind == LineKind.Noise)
        {
            AddNoise(line);
            return;
        }

        // A short line under way in an article is the beginning of a sentence that a column cut off, and no headline, if it
        // has a comma or if articles here open with 本报讯 and this one would not.
        if (kind == LineKind.Heading && _hasBody && next == LineKind.Body && (line.Text.Contains('，') || (_hasOpenings && line.Length >= ShortestFragment)))
            kind = LineKind.Body;

        var text = Bylines.Remove(line);
        if (kind == LineKind.Caption)
        {
            if (text.Length > 0)
                AddCaption(text);

            return;
        }

        if (_open is not null && kind != LineKind.Opening && !LineKinds.IsItem(line.Text) && !BeginsArticle(kind, line, next, afterNext))
        {
            Continue(text);
            return;
        }

        CloseParagraph();
        if (kind == LineKind.Heading && !(_hasBody && LineKinds.IsClosed(line.Text)))
        {
            AddHeading(text);
            return;
        }

        if (kind == LineKind.Opening || LineKinds.IsItem(line.Text))
        {
            var isNew = !line.Text.StartsWith("又讯", StringComparison.Ordinal) && kind == LineKind.Opening && _hasBody;
            if (isNew)
                EndArticle();
            else if (_hasBody)
                _section++;
        }

        if (text.Length == 0)
            return;

        _hasBody = true;
        _open = new CleanText.Builder();
        Continue(text);
    }

    // A heading that stands where a sentence should go on is one only if an article's text follows it.
    private static bool BeginsArticle(LineKind kind, CleanText line, LineKind next, LineKind afterNext) =>
        kind == LineKind.Heading && !LineKinds.IsClosed(line.Text)
        && (next == LineKind.Opening || (next == LineKind.Heading && afterNext == LineKind.Opening));

    private void AddNoise(CleanText line)
    {
        if (Dates.Calendar(line.Text) is not { } date)
            return;

        if (_articles.Count == 0 && !_hasBody && _headings.Count == 0)
            _pagePublished ??= date;
        else if (!_hasBody)
            _published = date;
        else
            _pagePublished ??= date;
    }

    private void AddHeading(CleanText text)
    {
        if (_hasBody)
            EndArticle();

        if (text.Length == 0)
            return;

        _headings.Add(text.Text);
        AddParagraph(text, isHeadline: true);
    }

    private void AddCaption(CleanText text)
    {
        if (_open is not null)
        {
            _captions.Add(text);
            return;
        }

        if (_hasBody)
            _section++;

        AddParagraph(text, isHeadline: false);
        _hasBody = _hasBody || text.Text.Contains('。');
    }

    private void Continue(CleanText text)
    {
        _open!.Append(text);
        if (text.Length > 0 && LineKinds.IsClosed(text.Text))
            CloseParagraph();
    }

    private void CloseParagraph()
    {
        if (_open is null)
            return;

        AddParagraph(_open.Build(), isHeadline: false);
        _open = null;
        foreach (var caption in _captions)
        {
            var section = _section;
            _section = int.MaxValue - _paragraphs.Count;
            AddParagraph(caption, isHeadline: false);
            _section = section;
        }

        _captions.Clear();
    }

    private void AddParagraph(CleanText text, bool isHeadline)
    {
        var start = _clean.Length;
        _clean.Append(text);
        _paragraphs.Add(new Paragraph(start, _clean.Length, isHeadline, _section));
        var end = text.OriginEnd(text.Length - 1);
        _clean.Append('\n', end, end);
    }

    private void EndArticle()
    {
        CloseParagraph();
        if (_paragraphs.Count > 0)
            _articles.Add(new PageArticle(_articleStart, _clean.Length, _headings.Count == 0 ? null : string.Join(' ', _headings), [.. _paragraphs], _published));

        _paragraphs.Clear();
        _headings.Clear();
        _articleStart = _clean.Length;
        (_section, _hasBody, _published) = (0, false, null);
    }
}
