using System.Text;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Turns the bytes of a file into the text of a page.</summary>
/// <remarks>
/// Reads UTF-8 with and without a mark, UTF-16 with a mark and GB18030 with and without a mark (which covers GBK and GB2312).
/// Without a mark, bytes that are valid UTF-8 are UTF-8; Chinese text in GB18030 practically never is.
/// </remarks>
public static class PageReader
{
    /// <summary>A newspaper page has some thousand characters; what is larger than this is no page.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private static readonly Encoding _gb18030 = Strict(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!);

    private static readonly (byte[] Mark, Encoding Encoding, string Name)[] _marks =
    [
        ([0xEF, 0xBB, 0xBF], Strict(Encoding.UTF8), "utf-8"),
        ([0xFF, 0xFE], Strict(Encoding.Unicode), "utf-16"),
        ([0xFE, 0xFF], Strict(Encoding.BigEndianUnicode), "utf-16BE"),
        ([0x84, 0x31, 0x95, 0x33], _gb18030, "gb18030"),
    ];

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What the file is called, for messages and for its format.</param>
    /// <exception cref="UnreadablePageException">The file is empty, too large, binary or in no known encoding.</exception>
    public static PageText Read(ReadOnlyMemory<byte> bytes, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (bytes.Length > MaximumBytes)
            throw new UnreadablePageException($"'{name}' is larger than {MaximumBytes / (1024 * 1024)} MB: split it into single pages.");

        var (text, encoding) = Decode(bytes.Span, name);
        if (string.IsNullOrWhiteSpace(text))
            throw new UnreadablePageException($"'{name}' is empty: give a file with the text of a page.");

        if (LooksBinary(text))
            throw new UnreadablePageException($"'{name}' is a binary file: extract its text first, then give the text.");

        return new PageText(text, LooksLikeHtml(text, name) ? PageFormat.Html : PageFormat.PlainText, encoding);
    }

    private static (string Text, string EncodingName) Decode(ReadOnlySpan<byte> bytes, string name)
    {
        foreach (var (mark, encoding, encodingName) in _marks)
        {
            if (bytes.StartsWith(mark))
            {
                return TryDecode(encoding, bytes[mark.Length..]) is { } marked
                    ? (marked, encodingName)
                    : throw new UnreadablePageException($"'{name}' begins as {encodingName} and breaks off: save it again as UTF-8.");
            }
        }

        if (bytes.Contains((byte)0))
            throw new UnreadablePageException($"'{name}' is a binary file: extract its text first, then give the text.");

        if (TryDecode(_marks[0].Encoding, bytes) is { } utf8)
            return (utf8, "utf-8");

        if (TryDecode(_gb18030, bytes) is { } gb && MostlyChinese(gb))
            return (gb, "gb18030");

        throw new UnreadablePageException($"'{name}' is neither UTF-8 nor GB18030: save it again as UTF-8.");
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Nearly any bytes are valid GB18030, but only Chinese text is mostly common characters and punctuation.
    private static bool MostlyChinese(string text)
    {
        var (common, other) = (0, 0);
        foreach (var c in text)
        {
            if (c is >= '\u4E00' and <= '\u9FA5' or >= '\u3000' and <= '\u3011' or >= '\uFF01' and <= '\uFF5E')
                common++;
            else if (c >= '\u0080')
                other++;
        }

        return common > 4 * other;
    }

    private static bool LooksBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u0085' or '\u001A'))
                controls++;
        }

        return text.Contains('\0') || (controls > 0 && controls * 200 > text.Length);
    }

    private static bool LooksLikeHtml(string text, string name)
    {
        var extension = Path.GetExtension(name);
        if (extension.Equals(".html", StringComparison.OrdinalIgnoreCase) || extension.Equals(".htm", StringComparison.OrdinalIgnoreCase))
            return true;

        var start = text.AsSpan(0, Math.Min(text.Length, 1024)).TrimStart();
        return start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }
}
