using System.Text;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Tests.Language;

/// <summary>The grammar of sections 2 and 3 of the specification, and how large a document may be.</summary>
public sealed class ParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  # nothing\n")]
    [InlineData("{}")]
    [InlineData("{ a")]
    [InlineData("{ a }}")]
    [InlineData("{ a() }")]
    [InlineData("{ a(b) }")]
    [InlineData("{ a(b:) }")]
    [InlineData("{ a {} }")]
    [InlineData("{ a: }")]
    [InlineData("{ a: b: c }")]
    [InlineData("{ ... }")]
    [InlineData("{ ...on }")]
    [InlineData("{ a(b: [1 }")]
    [InlineData("{ a(b: {c}) }")]
    [InlineData("{ a(b: $) }")]
    [InlineData("{ a @ }")]
    [InlineData("query () { a }")]
    [InlineData("query ($a) { a }")]
    [InlineData("query ($a: Int!!) { a }")]
    [InlineData("query ($a: [Int) { a }")]
    [InlineData("query ($a: Int = $b) { a }")]
    [InlineData("query ($a: Int @b(c: $d)) { a }")]
    [InlineData("query Q")]
    [InlineData("notAnOperation Q { a }")]
    [InlineData("fragment on on Q { a }")]
    [InlineData("fragment F { a }")]
    [InlineData("fragment F on Q")]
    [InlineData("\"text\" { a }")]
    [InlineData("\"text\" extend type Q { a: Int }")]
    [InlineData("type")]
    [InlineData("type Q {}")]
    [InlineData("type Q { a }")]
    [InlineData("type Q { a(): Int }")]
    [InlineData("type Q implements { a: Int }")]
    [InlineData("type Q implements A & { a: Int }")]
    [InlineData("type Q { a: Int = 1 }")]
    [InlineData("extend type Q")]
    [InlineData("extend scalar S")]
    [InlineData("extend union U")]
    [InlineData("extend enum E")]
    [InlineData("extend input I")]
    [InlineData("extend schema")]
    [InlineData("extend directive @a on FIELD")]
    [InlineData("schema {}")]
    [InlineData("schema { read: Q }")]
    [InlineData("union U =")]
    [InlineData("union U = A |")]
    [InlineData("enum E { true }")]
    [InlineData("enum E { A null }")]
    [InlineData("input I { a: Int = $b }")]
    [InlineData("input I { a(b: Int): Int }")]
    [InlineData("directive @a on")]
    [InlineData("directive @a on EVERYWHERE")]
    [InlineData("directive @a on FIELD |")]
    [InlineData("directive a on FIELD")]
    public void What_is_not_in_the_grammar_is_refused(string document)
    {
        var parse = () => DocumentNode.Parse(document);

        parse.Should().Throw<GraphQLSyntaxException>();
    }

    [Theory]
    [InlineData("{ query mutation subscription fragment on: on true false null type schema extend input }")]
    [InlineData("query query { a }")]
    [InlineData("fragment query on on { on }")]
    [InlineData("query ($on: true = null) { a(null: null, true: TRUE, on: $on) }")]
    [InlineData("{ ... @a { b } ...F @a ... on Q @a { b } }")]
    [InlineData("\"What.\" query Q(\"Why.\" $a: Int) { a } \"\"\"Where.\"\"\" fragment F on Q { a }")]
    [InlineData("{ a(b: [], c: {}, d: [[] {}]) }")]
    [InlineData("type type implements & interface & union { input(enum: scalar = null): [[type!]!]! @on }")]
    [InlineData("type Q interface I union U enum E input I2 scalar S")]
    [InlineData("union U = | A | B directive @a(b: Int) repeatable on | FIELD | QUERY")]
    [InlineData("enum E { repeatable on type A @b }")]
    [InlineData("extend schema @a extend schema { query: Q } extend type Q @a extend interface I implements J")]
    public void Words_of_the_language_are_names_where_names_may_stand(string document)
    {
        var printed = DocumentNode.Parse(document).ToString();

        DocumentNode.Parse(printed).ToString().Should().Be(printed);
    }

    [Theory]
    [InlineData("{ a b c }", 5)]
    [InlineData("{ a(b: [1 2]) }", 11)]
    public void As_many_tokens_as_allowed_are_read_and_one_more_is_refused(string document, int tokens)
    {
        DocumentNode.Parse(document, new ParserOptions { MaxTokens = tokens }).Definitions.Should().ContainSingle();

        Refused(document, new ParserOptions { MaxTokens = tokens - 1 }).Should().Be($"Syntax Error: Document contains more than {tokens - 1} tokens. Parsing aborted.");
    }

    [Theory]
    [InlineData("{ a }", 1)]
    [InlineData("{ a { b { c } } }", 3)]
    [InlineData("{ ... { ... on Q { c } } }", 3)]
    [InlineData("{ a(b: [[{ c: [] }]]) }", 5)]
    [InlineData("query ($a: [[Int]]) { a }", 2)]
    [InlineData("{ a @b(c: [{}]) }", 3)]
    public void As_deep_as_allowed_is_read_and_one_deeper_is_refused(string document, int depth)
    {
        DocumentNode.Parse(document, new ParserOptions { MaxDepth = depth }).Definitions.Should().ContainSingle();

        Refused(document, new ParserOptions { MaxDepth = depth - 1 }).Should().Be($"Syntax Error: Document nests more than {depth - 1} levels. Parsing aborted.");
    }

    [Fact]
    public void As_many_bytes_as_allowed_are_read_and_one_more_is_refused()
    {
        const string document = "{ a } # 北";

        DocumentNode.Parse(document, new ParserOptions { MaxBytes = 11 }).Definitions.Should().ContainSingle();

        Refused(document, new ParserOptions { MaxBytes = 10 }).Should().Be("Syntax Error: Document contains more than 10 bytes. Parsing aborted.");
    }

    [Fact]
    public void As_many_aliases_as_allowed_are_read_and_one_more_is_refused()
    {
        DocumentNode.Parse("{ a: x b: x c }", new ParserOptions { MaxAliases = 2 }).Definitions.Should().ContainSingle();

        Refused("{ a: x b: x c: x }", new ParserOptions { MaxAliases = 2 }).Should().Be("Syntax Error: Document contains more than 2 aliases. Parsing aborted.");
    }

    [Fact]
    public void As_many_directives_as_allowed_are_read_and_one_more_is_refused()
    {
        DocumentNode.Parse("query @a { a @b }", new ParserOptions { MaxDirectives = 2 }).Definitions.Should().ContainSingle();

        Refused("query @a { a @b ...F @c }", new ParserOptions { MaxDirectives = 2 }).Should().Be("Syntax Error: Document contains more than 2 directives. Parsing aborted.");
    }

    [Theory]
    [InlineData("", "{a")]
    [InlineData("{a(b:", "[")]
    [InlineData("{a(b:", "{c:")]
    [InlineData("{a@b(c:", "[")]
    [InlineData("query($a:", "[")]
    [InlineData("{", "...{")]
    [InlineData("type Q{a(b:", "[")]
    public void Ten_million_levels_are_refused_after_the_first_few_hundred(string start, string level)
    {
        var repeated = Encoding.ASCII.GetBytes(level);
        var document = new byte[start.Length + (10_000_000 * repeated.Length)];
        for (var i = start.Length; i < document.Length; i++)
            document[i] = repeated[(i - start.Length) % repeated.Length];
        Encoding.ASCII.GetBytes(start, document);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var parse = () => DocumentNode.Parse(document, ParserOptions.Trusted);

        parse.Should().Throw<GraphQLSyntaxException>().Which.Message.Should().Be("Syntax Error: Document nests more than 200 levels. Parsing aborted.");
        (GC.GetAllocatedBytesForCurrentThread() - allocated).Should().BeLessThan(2_000_000, "what is refused is not read to its end");
    }

    private static string Refused(string document, ParserOptions options)
    {
        var parse = () => DocumentNode.Parse(document, options);
        return parse.Should().Throw<GraphQLSyntaxException>().Which.Message;
    }
}
