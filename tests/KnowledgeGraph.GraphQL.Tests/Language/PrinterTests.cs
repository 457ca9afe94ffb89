using System.Collections;
using System.Reflection;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Tests.Language;

/// <summary>What is printed is parsed to the same tree.</summary>
public sealed class PrinterTests
{
    private const int Documents = 5_000;

    [Fact]
    public void Any_document_is_the_same_after_it_was_printed_and_parsed()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var document = new SyntaxGenerator(seed).Document();
            var printed = Printer.Print(document);

            Shape(DocumentNode.Parse(printed)).Should().Be(Shape(document), "document {0} is printed as\n{1}", seed, printed);
        }
    }

    [Fact]
    public void Trees_that_differ_have_different_shapes()
    {
        var shapes = Enumerable.Range(0, 200).Select(seed => Shape(new SyntaxGenerator(seed).Document())).Distinct();

        shapes.Should().HaveCountGreaterThan(190);
    }

    [Theory]
    [InlineData("{a}", "{\n  a\n}")]
    [InlineData("query{a}", "{\n  a\n}")]
    [InlineData("query Q($a:Int=1@b,$c:[Int!]!){a:b(c:$a)@d{...F ...on T{e}}}", "query Q($a: Int = 1 @b, $c: [Int!]!) {\n  a: b(c: $a) @d {\n    ...F\n    ... on T {\n      e\n    }\n  }\n}")]
    [InlineData("query($a:Int){a}", "query ($a: Int) {\n  a\n}")]
    [InlineData("{a(b:\"\"\"\n c\n  d\"\"\")}", "{\n  a(b: \"c\\n d\")\n}")]
    [InlineData("\"x\" type A implements B&C{\"y\" d(e:Int=1):F}", "\"\"\"\nx\n\"\"\"\ntype A implements B & C {\n  \"\"\"\n  y\n  \"\"\"\n  d(e: Int = 1): F\n}")]
    [InlineData("\" x\" scalar A", "\" x\"\nscalar A")]
    [InlineData("extend schema @a query{b}", "extend schema @a\n\nquery {\n  b\n}")]
    public void A_document_is_printed_two_spaces_a_level(string document, string printed) =>
        DocumentNode.Parse(document).ToString().Should().Be(printed);

    /// <summary>A tree as text: all that its nodes hold but their places and how strings were written.</summary>
    private static string Shape(object? value) => value switch
    {
        null => "-",
        Name name => name.Value,
        string text => Printer.Quote(text),
        IEnumerable items => $"[{string.Join(',', items.Cast<object>().Select(Shape))}]",
        SyntaxNode node => $"{node.GetType().Name}({string.Join(',', Properties(node).Select(property => Shape(property.GetValue(node))))})",
        _ => value.ToString()!,
    };

    private static IEnumerable<PropertyInfo> Properties(SyntaxNode node) =>
        node.GetType().GetProperties()
            .Where(property => property.Name is not (nameof(SyntaxNode.Location) or nameof(StringValueNode.IsBlock) or nameof(FieldNode.ResponseName)))
            .OrderBy(property => property.Name, StringComparer.Ordinal);
}
