using System.Globalization;
using System.Text;

namespace KnowledgeGraph.GraphQL.Language;

/// <summary>Reads the value that a string literal stands for.</summary>
internal static class StringValue
{
    // StringValue : `"` StringCharacter* `"`    https://spec.graphql.org/September2025/#StringValue
    public static string Read(ReadOnlySpan<byte> quoted, Location location)
    {
        var body = quoted[1..^1];
        if (body.IndexOf((byte)'\\') < 0)
            return Encoding.UTF8.GetString(body);

        var text = Encoding.UTF8.GetString(body);
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var character = text[i];
            if (character == '\\')
            {
                i += ReadEscape(text.AsSpan(i), value, At(location, i));
            }
            else
            {
                value.Append(character);
                i++;
            }
        }

        return value.ToString();
    }

    private static Location At(Location start, int index) => start with { Column = start.Column + 1 + index };

    private static int ReadEscape(ReadOnlySpan<char> text, StringBuilder value, Location at)
    {
        var escaped = text[1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => 'u',
            _ => throw SyntaxErrors.InvalidEscape(Rune.GetRuneAt(text[1..].ToString(), 0) is var rune ? "\\" + rune : "", at),
        };

        if (escaped == 'u')
            return text.Length > 2 && text[2] == '{' ? ReadBracedEscape(text, value, at) : ReadFixedEscape(text, value, at);

        value.Append(escaped);
        return 2;
    }

    // EscapedUnicode : `{` HexDigit+ `}`
    private static int ReadBracedEscape(ReadOnlySpan<char> text, StringBuilder value, Location at)
    {
        var end = text.IndexOf('}');
        var digits = end < 0 ? default : text[3..end];
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
            throw SyntaxErrors.InvalidUnicodeEscape(text[..Math.Min(text.Length, end < 0 ? 12 : Math.Min(end + 1, 12))].ToString(), at);

        value.Append(new Rune(code).ToString());
        return end + 1;
    }

    // EscapedUnicode : HexDigit HexDigit HexDigit HexDigit, a surrogate only as half of a pair
    private static int ReadFixedEscape(ReadOnlySpan<char> text, StringBuilder value, Location at)
    {
        if (!TryReadFixed(text, out var code))
            throw SyntaxErrors.InvalidUnicodeEscape(text[..Math.Min(text.Length, 6)].ToString(), at);

        if (!char.IsSurrogate(code))
        {
            value.Append(code);
            return 6;
        }

        if (text.Length < 12 || text[6] != '\\' || !TryReadFixed(text[6..], out var low) || !char.IsSurrogatePair(code, low))
            throw SyntaxErrors.InvalidUnicodeEscape(text[..Math.Min(text.Length, 6)].ToString(), at);

        value.Append(code).Append(low);
        return 12;
    }

    private static bool TryReadFixed(ReadOnlySpan<char> text, out char code)
    {
        code = '\0';
        if (text.Length < 6 || text[1] != 'u'
            || !ushort.TryParse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        code = (char)number;
        return true;
    }

    // BlockStringValue(rawValue)    https://spec.graphql.org/September2025/#BlockStringValue()
    public static string ReadBlock(ReadOnlySpan<byte> quoted)
    {
        var lines = Encoding.UTF8.GetString(quoted[3..^3]).Replace("\\\"\"\"", "\"\"\"").ReplaceLineEndings("\n", '\r').Split('\n');
        var indent = CommonIndent(lines);
        var first = Array.FindIndex(lines, line => !IsBlank(line));
        if (first < 0)
            return "";

        var last = Array.FindLastIndex(lines, line => !IsBlank(line));
        var value = new StringBuilder();
        for (var i = first; i <= last; i++)
        {
            if (i > first)
                value.Append('\n');
            value.Append(i == 0 ? lines[i] : lines[i].AsSpan(Math.Min(indent, lines[i].Length)));
        }

        return value.ToString();
    }

    // Only \r\n, \n and \r end a line; the framework's own method would take others as well.
    private static string ReplaceLineEndings(this string text, string replacement, char carriageReturn) =>
        text.Contains(carriageReturn) ? text.Replace("\r\n", replacement).Replace("\r", replacement) : text;

    private static int CommonIndent(string[] lines)
    {
        var common = int.MaxValue;
        foreach (var line in lines.AsSpan(1))
        {
            var indent = Indent(line);
            if (indent < line.Length)
                common = Math.Min(common, indent);
        }

        return common == int.MaxValue ? 0 : common;
    }

    private static int Indent(string line)
    {
        var length = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }

    private static bool IsBlank(string line) => Indent(line) == line.Length;
}
