using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Tests.Language;

/// <summary>The tokens of section 2.1 of the specification, and the values that they stand for.</summary>
public sealed class LexerTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a b\"", "a b")]
    [InlineData("\"\t\"", "\t")]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\" \\ / \b \f \n \r \t")]
    [InlineData("\"\\u5317\\u4EAC\"", "北京")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"\\u{1F600} \\u{1f600} \\u{0000041}\"", "😀 😀 A")]
    [InlineData("\"\\u{0}\"", "\0")]
    [InlineData("\"\\u{10FFFF}\"", "\U0010FFFF")]
    [InlineData("\"北京 😀 # , {\"", "北京 😀 # , {")]
    [InlineData("\"\u0000\u0007\u001F\u007F\u2028\uFEFF\"", "\u0000\u0007\u001F\u007F\u2028\uFEFF")]
    public void A_string_stands_for_its_text(string literal, string value) => StringOf(literal).Should().Be(value);

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"a\"\"\"", "a")]
    [InlineData("\"\"\" a \"\"\"", " a ")]
    [InlineData("\"\"\"a \"b\" \\n \\u0041 \\\\ c\"\"\"", "a \"b\" \\n \\u0041 \\\\ c")]
    [InlineData("\"\"\"a \\\"\"\" b\"\"\"", "a \"\"\" b")]
    [InlineData("\"\"\"\n\n    a\n      b\n\n    c\n\n  \"\"\"", "a\n  b\n\nc")]
    [InlineData("\"\"\"first\n    a\n  b\"\"\"", "first\n  a\nb")]
    [InlineData("\"\"\"\r\n  a\r  b\n\r  c\"\"\"", "a\nb\n\nc")]
    [InlineData("\"\"\"\n\ta\n\t\tb\"\"\"", "a\n\tb")]
    [InlineData("\"\"\"\n   \n\t\n\"\"\"", "")]
    [InlineData("\"\"\"\n  北京\n  😀\"\"\"", "北京\n😀")]
    public void A_block_string_loses_its_common_indentation(string literal, string value) => StringOf(literal).Should().Be(value);

    [Theory]
    [InlineData("\"a", 1, 3, "Unterminated string.")]
    [InlineData("\"a\nb\"", 1, 3, "Unterminated string.")]
    [InlineData("\"a\rb\"", 1, 3, "Unterminated string.")]
    [InlineData("\"a\\", 1, 3, "Unterminated string.")]
    [InlineData("\"a\\\nb\"", 1, 4, "Unterminated string.")]
    [InlineData("\"\"\"a\nb\"", 2, 3, "Unterminated string.")]
    [InlineData("\"a\\x\"", 1, 3, "Invalid character escape sequence: \"\\x\".")]
    [InlineData("\"\\😀\"", 1, 2, "Invalid character escape sequence: \"\\😀\".")]
    [InlineData("\"\\u12\"", 1, 2, "Invalid Unicode escape sequence: \"\\u12\".")]
    [InlineData("\"\\u12G4\"", 1, 2, "Invalid Unicode escape sequence: \"\\u12G4\".")]
    [InlineData("\"\\uD83D\"", 1, 2, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"\\uDE00\\uD83D\"", 1, 2, "Invalid Unicode escape sequence: \"\\uDE00\".")]
    [InlineData("\"\\uD83D\\u{DE00}\"", 1, 2, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"\\u{}\"", 1, 2, "Invalid Unicode escape sequence: \"\\u{}\".")]
    [InlineData("\"\\u{D800}\"", 1, 2, "Invalid Unicode escape sequence: \"\\u{D800}\".")]
    [InlineData("\"\\u{110000}\"", 1, 2, "Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData("\"\\u{FFFFFFFF}\"", 1, 2, "Invalid Unicode escape sequence: \"\\u{FFFFFFFF}\".")]
    [InlineData("\"\\u{-1}\"", 1, 2, "Invalid Unicode escape sequence: \"\\u{-1}\".")]
    [InlineData("\"\\u{41\"", 1, 2, "Invalid Unicode escape sequence: \"\\u{41\".")]
    [InlineData("00", 1, 2, "Invalid number, unexpected digit after 0: \"0\".")]
    [InlineData("-01", 1, 3, "Invalid number, unexpected digit after 0: \"1\".")]
    [InlineData("-", 1, 2, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("-a", 1, 2, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("1.", 1, 3, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1.e1", 1, 3, "Invalid number, expected digit but got: \"e\".")]
    [InlineData("1.2.3", 1, 4, "Invalid number, expected digit but got: \".\".")]
    [InlineData("1e", 1, 3, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1e+", 1, 4, "Invalid number, expected digit but got: <EOF>.")]
    [InlineData("0xF", 1, 2, "Invalid number, expected digit but got: \"x\".")]
    [InlineData("1a", 1, 2, "Invalid number, expected digit but got: \"a\".")]
    [InlineData("1_0", 1, 2, "Invalid number, expected digit but got: \"_\".")]
    [InlineData("+1", 1, 1, "Unexpected character: \"+\".")]
    [InlineData(".5", 1, 1, "Unexpected character: \".\".")]
    [InlineData("..", 1, 1, "Unexpected character: \".\".")]
    [InlineData("'a'", 1, 1, "Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("北", 1, 1, "Unexpected character: U+5317.")]
    [InlineData("😀", 1, 1, "Unexpected character: U+1F600.")]
    [InlineData("\u00A0", 1, 1, "Unexpected character: U+00A0.")]
    [InlineData("\0", 1, 1, "Unexpected character: U+0000.")]
    public void What_is_no_token_is_refused_at_its_place(string literal, int line, int column, string message)
    {
        var parse = () => ValueNode.Parse(literal);

        var exception = parse.Should().Throw<GraphQLSyntaxException>().Which;
        exception.Message.Should().Be($"Syntax Error: {message}");
        exception.Location.Should().Be(new Location(line, column));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("9")]
    [InlineData("-123456789012345678901234567890")]
    public void An_integer_keeps_its_digits(string literal) =>
        ValueNode.Parse(literal).Should().BeOfType<IntValueNode>().Which.Value.Should().Be(literal);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-1.50")]
    [InlineData("1e9")]
    [InlineData("1E-9")]
    [InlineData("-0.1e+0012")]
    public void A_number_with_a_fraction_or_exponent_keeps_its_digits(string literal) =>
        ValueNode.Parse(literal).Should().BeOfType<FloatValueNode>().Which.Value.Should().Be(literal);

    [Theory]
    [InlineData("a\nb", 2, 1)]
    [InlineData("a\r\nb", 2, 1)]
    [InlineData("a\rb", 2, 1)]
    [InlineData("a\n\r\n\r  b", 4, 3)]
    [InlineData("\uFEFFa b", 1, 3)]
    [InlineData("a # 北京 😀\n b", 2, 2)]
    [InlineData("a(x: \"北😀\") b", 1, 13)]
    [InlineData("a(x: \"\"\"北\r\n😀\"\"\") b", 2, 8)]
    [InlineData("a,\uFEFF, b", 1, 6)]
    [InlineData("a #\u2028\u0085\n b", 2, 2)]
    public void A_place_is_a_line_and_a_column_in_UTF16(string selections, int line, int column)
    {
        var document = selections.StartsWith('\uFEFF') ? $"\uFEFF{{{selections[1..]}}}" : $"{{{selections}}}";
        var first = line == 1 ? 1 : 0;

        var query = (OperationDefinitionNode)DocumentNode.Parse(document).Definitions[0];

        query.SelectionSet.Selections[^1].Location.Should().Be(new Location(line, column + first));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'{', 0xFF, (byte)'}' })]
    [InlineData(new byte[] { (byte)'{', 0xC3 })]
    [InlineData(new byte[] { (byte)'#', 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { (byte)'#', 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'{' })]
    public void Bytes_that_are_not_UTF8_are_refused(byte[] document)
    {
        var parse = () => DocumentNode.Parse(document);

        parse.Should().Throw<GraphQLSyntaxException>().WithMessage("Syntax Error: The document is not valid UTF-8.");
    }

    [Fact]
    public void What_is_ignored_may_stand_between_all_tokens()
    {
        var spaced = DocumentNode.Parse("\uFEFF#c\n query,,,Q\t(\r$a\n:,[Int!\r\n]!=[1,,2]#x\r) # y\n{ a\uFEFF(b:$a)@c ...#z\n on Q{d}}");

        spaced.ToString().Should().Be(DocumentNode.Parse("query Q($a:[Int!]!=[1 2]){a(b:$a)@c...on Q{d}}").ToString());
    }

    private static string StringOf(string literal) => ((StringValueNode)ValueNode.Parse(literal)).Value;
}
