using System.Text;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.Execution;

/// <summary>What a stranger's request can cost.</summary>
public sealed class LimitTests
{
    private static readonly Schema _schema = Schema.FromSdl(
        "type Query { x(text: String): Int q: Query tens: [Query!]! text: String late: Int }",
        bind => bind.Query()
            .Field("x", _ => 1)
            .Field("q", query => query)
            .Field("tens", query => Enumerable.Repeat(query, 10))
            .Field("text", _ => new string('文', 1_000))
            .FieldAsync("late", ValueTask<int> (_, _, _) => throw new TaskCanceledException("a client gave up")));

    [Theory]
    [InlineData(300)]
    [InlineData(20_000)]
    public async Task Fragments_that_nest_each_other_too_deep_are_refused(int count)
    {
        var document = new StringBuilder("{ ...F0 }");
        for (var i = 0; i < count; i++)
            document.Append($" fragment F{i} on Query {{ q {{ ...F{i + 1} }} }}");
        document.Append($" fragment F{count} on Query {{ x }}");

        var manyFragments = new GraphQLOptions { Parser = ParserOptions.Default with { MaxDefinitions = int.MaxValue, MaxTokens = int.MaxValue } };
        (await AskAsync(document.ToString(), options: manyFragments)).Should().StartWith("{\"errors\":").And.Contain("OPERATION_TOO_DEEP");
    }

    [Fact]
    public async Task Fragments_that_nest_as_deep_as_is_allowed_are_answered()
    {
        var document = new StringBuilder("{ ...F0 }");
        for (var i = 0; i < 199; i++)
            document.Append($" fragment F{i} on Query {{ q {{ ...F{i + 1} }} }}");
        document.Append(" fragment F199 on Query { x }");

        (await AskAsync(document.ToString())).Should().StartWith("{\"data\":").And.NotContain("errors");
    }

    [Fact]
    public async Task Lists_that_multiply_each_other_end()
    {
        var answer = await AskAsync("{ tens { tens { tens { tens { tens { tens { tens { tens { tens { x } } } } } } } } } }");

        answer.Should().StartWith("{\"data\":null,").And.Contain("TOO_MANY_OBJECTS");
    }

    [Fact]
    public async Task A_schema_asked_for_in_circles_ends()
    {
        var circle = Schema.FromSdl(
            "type Query { a: Query b: Query c: Query d: Query e: Query f: Query g: Query h: Query }",
            bind => Array.ForEach(["a", "b", "c", "d", "e", "f", "g", "h"], field => bind.Query().Field(field, query => query)));
        var circles = new StringBuilder("{ __type(name: \"Query\") { ").Insert(26, "fields { type { ", 20).Append("name ").Append('}', 42);

        (await AskAsync(circles.ToString(), schema: circle)).Should().StartWith("{\"data\":null,").And.Contain("TOO_MANY_OBJECTS");
    }

    [Fact]
    public async Task A_response_that_grows_too_large_is_not_sent()
    {
        var answer = await AskAsync("{ tens { tens { tens { text } } } }", options: new GraphQLOptions { MaxResponseBytes = 100_000 });

        answer.Should().StartWith("{\"data\":null,").And.Contain("RESPONSE_TOO_LARGE");
        answer.Length.Should().BeLessThan(500);
    }

    [Fact]
    public async Task What_gives_up_below_a_resolver_is_an_error_of_the_response()
    {
        (await AskAsync("{ late }")).Should().Contain("INTERNAL_SERVER_ERROR").And.NotContain("gave up");
    }

    [Fact]
    public async Task Half_a_character_in_a_variable_is_refused()
    {
        (await AskAsync("query ($t: String) { x(text: $t) }", "{\"t\":\"\\ud800\"}")).Should().StartWith("{\"errors\":").And.Contain("not Unicode");
    }

    [Theory]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("{ q { __type(name: \"Query\") { name } } }")]
    public async Task Introspection_can_be_switched_off(string query)
    {
        var off = new GraphQLOptions { Introspection = false };

        (await AskAsync(query, options: off)).Should().StartWith("{\"errors\":").And.Contain("Introspection is off");
        (await AskAsync("{ __typename }", options: off)).Should().Be("{\"data\":{\"__typename\":\"Query\"}}");
    }

    private static async Task<string> AskAsync(string query, string? variables = null, GraphQLOptions? options = null, Schema? schema = null)
    {
        using var response = await new GraphQLExecutor(schema ?? _schema, options).ExecuteAsync(
            GraphQLRequest.FromText(query, variables), TestContext.Current.CancellationToken);
        return response.ToString();
    }
}
