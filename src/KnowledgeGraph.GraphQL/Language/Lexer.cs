using System.Text;
using System.Text.Unicode;

namespace KnowledgeGraph.GraphQL.Language;

/// <summary>Cuts a document, in UTF-8, into tokens.</summary>
/// <remarks>Strings are found here and read by <see cref="StringValue"/>; the bytes are known to be valid UTF-8 throughout.</remarks>
internal ref struct Lexer
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly bool _isAscii;
    private int _position;
    private int _line = 1;
    private int _lineStart;

    // A column counts UTF-16 units: how many bytes before _counted, on this line, are more than the units they stand for.
    private int _counted;
    private int _surplus;

    public Lexer(ReadOnlySpan<byte> source)
    {
        _source = source;
        _isAscii = Ascii.IsValid(source);
        if (!_isAscii && !Utf8.IsValid(source))
            throw SyntaxErrors.NotUtf8(new Location(1, 1));

        if (source.StartsWith("\uFEFF"u8))
            _position = _lineStart = _counted = 3;
    }

    public readonly ReadOnlySpan<byte> Source => _source;

    public Token Next()
    {
        SkipIgnored();
        var start = _position;
        var location = LocationAt(start);
        if (start == _source.Length)
            return new Token(TokenKind.EndOfFile, start, start, location);

        var first = _source[start];
        if (IsNameStart(first))
            return new Token(TokenKind.Name, start, _position = EndOfName(start), location);

        var punctuator = Punctuator(first);
        if (punctuator != TokenKind.EndOfFile)
            return new Token(punctuator, start, _position = start + 1, location);

        return first switch
        {
            (byte)'.' when _source[start..].StartsWith("..."u8) => new Token(TokenKind.Spread, start, _position = start + 3, location),
            (byte)'"' when _source[start..].StartsWith("\"\"\""u8) => ReadBlockString(start, location),
            (byte)'"' => ReadString(start, location),
            (byte)'-' or >= (byte)'0' and <= (byte)'9' => ReadNumber(start, location),
            (byte)'\'' => throw SyntaxErrors.SingleQuote(location),
            _ => throw SyntaxErrors.UnexpectedCharacter(DescribeAt(start), location),
        };
    }

    private static TokenKind Punctuator(byte value) => value switch
    {
        (byte)'!' => TokenKind.Bang,
        (byte)'$' => TokenKind.Dollar,
        (byte)'&' => TokenKind.Ampersand,
        (byte)'(' => TokenKind.LeftParenthesis,
        (byte)')' => TokenKind.RightParenthesis,
        (byte)':' => TokenKind.Colon,
        (byte)'=' => TokenKind.EqualsSign,
        (byte)'@' => TokenKind.At,
        (byte)'[' => TokenKind.LeftBracket,
        (byte)']' => TokenKind.RightBracket,
        (byte)'{' => TokenKind.LeftBrace,
        (byte)'|' => TokenKind.Pipe,
        (byte)'}' => TokenKind.RightBrace,
        _ => TokenKind.EndOfFile,
    };

    private void SkipIgnored()
    {
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)',':
                    _position++;
                    break;
                case (byte)'\n':
                    StartLine(_position + 1);
                    break;
                case (byte)'\r':
                    StartLine(_source[(_position + 1)..].StartsWith("\n"u8) ? _position + 2 : _position + 1);
                    break;
                case (byte)'#':
                    var length = _source[_position..].IndexOfAny((byte)'\n', (byte)'\r');
                    _position = length < 0 ? _source.Length : _position + length;
                    break;
                case 0xEF when _source[_position..].StartsWith("\uFEFF"u8):
                    _position += 3;
                    break;
                default:
                    return;
            }
        }
    }

    private void StartLine(int at)
    {
        _position = _lineStart = _counted = at;
        _surplus = 0;
        _line++;
    }

    private readonly int EndOfName(int position)
    {
        while (position < _source.Length && (IsNameStart(_source[position]) || IsDigit(_source[position])))
            position++;
        return position;
    }

    // IntValue, FloatValue    https://spec.graphql.org/September2025/#IntValue
    private Token ReadNumber(int start, Location location)
    {
        var position = start;
        var kind = TokenKind.Int;
        if (_source[position] == '-')
            position++;

        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position)))
                throw SyntaxErrors.DigitAfterZero(DescribeAt(position), LocationAt(position));
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (At(position) is (byte)'e' or (byte)'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is (byte)'+' or (byte)'-')
                position++;
            position = ReadDigits(position);
        }

        if (At(position) == '.' || IsNameStart(At(position)))
            throw SyntaxErrors.InvalidNumber(DescribeAt(position), LocationAt(position));

        return new Token(kind, start, _position = position, location);
    }

    private int ReadDigits(int position)
    {
        if (!IsDigit(At(position)))
            throw SyntaxErrors.InvalidNumber(DescribeAt(position), LocationAt(position));

        while (IsDigit(At(position)))
            position++;
        return position;
    }

    private Token ReadString(int start, Location location)
    {
        var position = start + 1;
        while (true)
        {
            var length = _source[position..].IndexOfAny("\"\\\n\r"u8);
            if (length < 0)
                throw SyntaxErrors.UnterminatedString(LocationAt(_source.Length));

            position += length;
            if (_source[position] == '"')
                return new Token(TokenKind.String, start, _position = position + 1, location);

            if (_source[position] != '\\' || position + 1 >= _source.Length)
                throw SyntaxErrors.UnterminatedString(LocationAt(position));

            // A line that ends after the backslash is left to the next round.
            position += _source[position + 1] is (byte)'\n' or (byte)'\r' ? 1 : 2;
        }
    }

    private Token ReadBlockString(int start, Location location)
    {
        var position = start + 3;
        while (true)
        {
            var length = _source[position..].IndexOfAny("\"\\\n\r"u8);
            if (length < 0)
                throw SyntaxErrors.UnterminatedString(LocationAt(_source.Length));

            position += length;
            var rest = _source[position..];
            if (rest.StartsWith("\"\"\""u8))
                return new Token(TokenKind.BlockString, start, _position = position + 3, location);

            if (rest.StartsWith("\\\"\"\""u8))
                position += 4;
            else if (rest.StartsWith("\r\n"u8))
                StartLine(position += 2);
            else if (rest[0] is (byte)'\n' or (byte)'\r')
                StartLine(position += 1);
            else
                position++;
        }
    }

    /// <summary>The place of a byte that lies on the line being read, at or after the last place asked for.</summary>
    public Location LocationAt(int position)
    {
        if (!_isAscii)
        {
            foreach (var value in _source[_counted..position])
            {
                // A continuation byte adds nothing to the units; four bytes are two units, a surrogate pair.
                if ((value & 0xC0) == 0x80)
                    _surplus++;
                else if (value >= 0xF0)
                    _surplus--;
            }

            _counted = position;
        }

        return new Location(_line, position - _lineStart - _surplus + 1);
    }

    private readonly string DescribeAt(int position)
    {
        if (position >= _source.Length)
            return "<EOF>";

        Rune.DecodeFromUtf8(_source[position..], out var rune, out _);
        return Describe(rune);
    }

    internal static string Describe(Rune rune) => rune.Value switch
    {
        '"' => "'\"'",
        >= 0x20 and < 0x7F => $"\"{rune}\"",
        _ => $"U+{rune.Value:X4}",
    };

    private readonly byte At(int position) => position < _source.Length ? _source[position] : (byte)0;

    private static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value == '_';

    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;
}
