using System.Text;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;
using KnowledgeGraph.GraphQL.Validation;

namespace KnowledgeGraph.GraphQL.Tests.Validation;

/// <summary>Documents that take others minutes, or end their process.</summary>
public sealed class HostileDocumentTests
{
    private static readonly Schema _schema = Schema.FromSdl("type Query { x: Int q: Query l(a: [[Int]]): Int }");

    [Fact]
    public void Ten_thousand_repeats_of_a_field_are_one_field() =>
        Validate($"{{ {Repeat("x ", 10_000)} }}").Should().BeEmpty();

    [Fact]
    public void Three_thousand_aliased_repeats_are_one_field() =>
        Validate($"{{ {Repeat("a: q { x } ", 3_000)} }}").Should().BeEmpty();

    [Fact]
    public void Nested_inline_fragments_cost_what_they_hold()
    {
        var nested = $"{Repeat("... { ", 100)} x {Repeat("} ", 100)}";

        Validate($"{{ {Repeat(nested, 200)} }}").Should().BeEmpty();
    }

    [Fact]
    public void Fragments_that_multiply_each_other_end()
    {
        var document = new StringBuilder("{ ...F0 }");
        for (var i = 0; i < 60; i++)
            document.Append($" fragment F{i} on Query {{ a: q {{ ...F{i + 1} }} a: q {{ ...F{i + 1} }} b: q {{ ...F{i + 1} }} }}");

        document.Append(" fragment F60 on Query { x }");

        Validate(document.ToString()).Should().BeEmpty();
    }

    [Fact]
    public void Operations_that_lead_to_many_fragments_each_are_refused_when_they_multiply()
    {
        var document = new StringBuilder();
        for (var i = 0; i < 1_000; i++)
            document.Append($"query Q{i}($a: Int) {{ ...F0 }} ");
        for (var i = 0; i < 900; i++)
            document.Append($"fragment F{i} on Query {{ x ...F{i + 1} }} ");
        document.Append("fragment F900 on Query { x }");

        Validate(document.ToString()).Should().ContainSingle().Which.Message.Should().Contain("too many fields and fragments");
    }

    [Theory]
    [InlineData("fragment F on Query { x } ", 3_000, "2000 definitions")]
    [InlineData("a ", 101_000, "100000 tokens")]
    [InlineData("a: x ", 6_000, "5000 aliases")]
    [InlineData("x @a ", 3_000, "2000 directives")]
    public void A_document_that_is_large_in_any_way_is_refused_while_it_is_read(string part, int times, string limit)
    {
        var document = part.StartsWith("fragment", StringComparison.Ordinal) ? Repeat(part, times) : $"{{ {Repeat(part, times)} }}";
        var parse = () => DocumentNode.Parse(document);

        parse.Should().Throw<GraphQLSyntaxException>().WithMessage($"*{limit}*");
    }

    [Fact]
    public void A_cycle_through_ten_thousand_fragments_is_found()
    {
        var document = new StringBuilder("{ ...F0 }");
        for (var i = 0; i < 10_000; i++)
            document.Append($" fragment F{i} on Query {{ ...F{(i + 1) % 10_000} }}");

        Validate(document.ToString()).Should().ContainSingle().Which.Message.Should().StartWith("Cannot spread fragment \"F0\" within itself");
    }

    [Theory]
    [InlineData("{ q ", "")]
    [InlineData("{ l(a: ", "[")]
    [InlineData("query ($a: ", "[")]
    [InlineData("{ l(a: ", "{a:")]
    public void Nesting_without_end_is_refused_and_not_crashed_on(string start, string nested)
    {
        var document = nested.Length == 0 ? Repeat(start, 1_000_000 / start.Length) : start + Repeat(nested, 1_000_000 / nested.Length);

        var parse = () => DocumentNode.Parse(document);

        parse.Should().Throw<GraphQLSyntaxException>();
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static IReadOnlyList<GraphQLError> Validate(string document) => Validator.Validate(_schema, DocumentNode.Parse(document, ParserOptions.Trusted with { MaxDepth = 200 }));
}
