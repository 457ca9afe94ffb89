using System.Collections.Frozen;
using System.Globalization;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Reads the paragraphs of an HTML page, each character with its exact place in the source.</summary>
/// <remarks>
/// A scanner of its own, since no HTML parser says where in the source the characters of a text node stand.
/// Scripts, styles, comments, navigation and hidden parts are left out. Any text is accepted; unclosed tags end at the end.
/// </remarks>
internal static class HtmlLines
{
    private static readonly FrozenSet<string> _skipped = FrozenSet.ToFrozenSet(
        ["script", "style", "noscript", "template", "nav", "footer", "select", "button", "svg", "iframe", "head", "textarea"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _inline = FrozenSet.ToFrozenSet(
        ["a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "img", "ins", "mark", "o:p", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, char> _entities = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
        ["nbsp"] = ' ',
        ["ensp"] = ' ',
        ["emsp"] = ' ',
        ["ldquo"] = '“',
        ["rdquo"] = '”',
        ["lsquo"] = '‘',
        ["rsquo"] = '’',
        ["mdash"] = '—',
        ["ndash"] = '–',
        ["middot"] = '·',
        ["hellip"] = '…',
        ["times"] = '×',
        ["copy"] = '©',
        ["bull"] = '•',
        ["raquo"] = '»',
        ["laquo"] = '«',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static List<TextLine> Read(string html)
    {
        var lines = new List<TextLine>();
        var line = new CleanText.Builder();
        string? skipping = null;

        void End()
        {
            if (line.Length == 0)
                return;

            var clean = TextLines.Trim(CharacterNormalizer.Normalize(line.Build()));
            line = new CleanText.Builder();
            if (clean.Length > 0)
                lines.Add(new TextLine(clean, IsSetApart: true));
        }

        var position = 0;
        while (position < html.Length)
        {
            if (html[position] == '<' && Tag(html, position) is { } tag)
            {
                if (skipping is not null)
                {
                    if (tag.IsEnd && tag.Name.Equals(skipping, StringComparison.OrdinalIgnoreCase))
                        skipping = null;
                }
                else if (_skipped.Contains(tag.Name) && !tag.IsEnd && !tag.IsEmpty)
                {
                    End();
                    skipping = tag.Name;
                }
                else if (!_inline.Contains(tag.Name) && tag.Name != "!")
                {
                    End();
                }

                position = tag.End;
            }
            else if (skipping is not null)
            {
                var next = html.IndexOf('<', position + 1);
                position = next < 0 ? html.Length : next;
            }
            else if (html[position] == '&' && Entity(html, position) is { } entity)
            {
                line.Append(entity.Character, position, entity.End);
                position = entity.End;
            }
            else
            {
                line.Append(html[position], position, position + 1);
                position++;
            }
        }

        End();
        return lines;
    }

    private static (string Name, bool IsEnd, bool IsEmpty, int End)? Tag(string html, int position)
    {
        if (html.AsSpan(position).StartsWith("<!--", StringComparison.Ordinal))
        {
            var close = html.IndexOf("-->", position + 4, StringComparison.Ordinal);
            return ("!", false, true, close < 0 ? html.Length : close + 3);
        }

        var start = position + 1;
        var isEnd = start < html.Length && html[start] == '/';
        if (isEnd)
            start++;

        if (start >= html.Length || !(char.IsAsciiLetter(html[start]) || html[start] is '!' or '?'))
            return null;

        var nameEnd = start;
        while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is ':' or '-'))
            nameEnd++;

        // A quotation mark hides the > inside an attribute, but only as far as its tag can reach.
        var end = nameEnd;
        var quote = '\0';
        for (; end < html.Length && end - position < 4096; end++)
        {
            if (quote != '\0')
                quote = html[end] == quote ? '\0' : quote;
            else if (html[end] is '"' or '\'')
                quote = html[end];
            else if (html[end] == '>')
                break;
        }

        var closed = end < html.Length && html[end] == '>' ? end : html.IndexOf('>', nameEnd);
        var tagEnd = closed < 0 ? html.Length : closed + 1;
        return (html[start..nameEnd], isEnd, closed > 0 && html[closed - 1] == '/', tagEnd);
    }

    private static (char Character, int End)? Entity(string html, int position)
    {
        var end = html.IndexOf(';', position, Math.Min(12, html.Length - position));
        if (end < 0)
            return null;

        var name = html.AsSpan(position + 1, end - position - 1);
        if (name.StartsWith("#x", StringComparison.OrdinalIgnoreCase))
            return Numbered(name[2..], NumberStyles.AllowHexSpecifier, end + 1);

        if (name.StartsWith("#", StringComparison.Ordinal))
            return Numbered(name[1..], NumberStyles.None, end + 1);

        return _entities.TryGetValue(name.ToString(), out var character) ? (character, end + 1) : null;
    }

    private static (char Character, int End)? Numbered(ReadOnlySpan<char> digits, NumberStyles style, int end) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code is (> 0 and < 0xD800) or (> 0xDFFF and <= 0xFFFD)
            ? ((char)code, end)
            : null;
}
