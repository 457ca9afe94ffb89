namespace KnowledgeGraph.Extraction.Reading;

/// <summary>How the text of a page is marked up.</summary>
public enum PageFormat
{
    PlainText,
    Html,
}

/// <summary>A page as decoded characters. Every span that extraction returns refers to <see cref="Text"/>.</summary>
/// <param name="Text">The decoded file, without its byte-order mark and otherwise untouched; of HTML, the source with its tags.</param>
/// <param name="Format">Whether <paramref name="Text"/> is plain or HTML.</param>
/// <param name="EncodingName">The encoding that the bytes were read in: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c> or <c>gb18030</c>.</param>
public sealed record PageText(string Text, PageFormat Format, string EncodingName);
