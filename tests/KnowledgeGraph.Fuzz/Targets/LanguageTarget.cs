using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>The lexer, the parser and the printer: what is parsed is printed, and parsed again to the same tree.</summary>
internal sealed class LanguageTarget : FuzzTarget
{
    public override string Name => "language";

    public override IReadOnlyList<byte[]> Seeds { get; } = Texts.Bytes(
        "{ a }",
        "query Q($a: [Int!]! = [1, -2], $b: I = {x: 1.5e3, y: [null, true]} @d) @d(x: \"a\\u00e9\\u{1F600}\\\"\") { x: a(b: $a, c: RED) @skip(if: false) { ...F ... on T @d { b } ... { c } } }",
        "fragment F on T @d { a b } \"described\" mutation M { a(t: \"\"\"\n  block\n    \\\"\"\" more\n  \"\"\") }",
        "\"\"\"\nA schema\n\"\"\" schema @d { query: Q mutation: M } extend schema @e { subscription: S } scalar S @specifiedBy(url: \"x\")",
        "type T implements A & B @d { \"field\" a(\"arg\" x: Int = 1 @d, y: [S!]!): [T!]! @deprecated(reason: \"no\") b: I } extend type T { c: Int } interface A implements B { a: Int }",
        "union U @d = | A | B extend union U = C enum E { \"value\" RED @d GREEN } input I @oneOf { a: Int = 1, b: [I!] } directive @d(a: Int) repeatable on | FIELD | QUERY",
        "# comment\r\n{ a, b ,c\t\r d # end\n}",
        "\uFEFFsubscription S { a(x: -0, y: 0.0, z: 123e-5) }");

    public override IReadOnlyList<byte[]> Words { get; } = Texts.Bytes(
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "$", "@", "...", "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D\\uDE00", "#", "\n", "\r", "\r\n", " ", ",", "\uFEFF", "a", "on", "null",
        "query", "type", "extend", "0", "-", "1.", "e5", "é", "😀", "{a", "a(b:[", "[{a:", "\"\"\" x\n   y\n\"\"\"", "\"a\" ");

    public override void Run(byte[] input)
    {
        DocumentNode document;
        try
        {
            document = DocumentNode.Parse(input);
        }
        catch (GraphQLSyntaxException)
        {
            return;
        }

        var printed = document.ToString();
        if (SyntaxComparison.Difference(document, DocumentNode.Parse(printed)) is { } difference)
            throw new InvalidOperationException($"What was printed is another document: {difference}.");
    }
}
