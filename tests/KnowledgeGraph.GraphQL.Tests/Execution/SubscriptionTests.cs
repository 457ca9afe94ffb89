using System.Runtime.CompilerServices;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.Execution;

/// <summary>A subscription: its operation executed for each event.</summary>
public sealed class SubscriptionTests
{
    private const string Sdl =
        """
        type Query { a: Int }
        type Subscription { count(to: Int!): Number! names: String! broken: Int! refused: Int! wild: Int! forever: Int! }
        type Number { value: Int! half: Int double: Int! }
        """;

    private bool _hasEnded;

    [Fact]
    public async Task Each_event_gets_a_response() =>
        (await AskAsync("subscription ($n: Int!) { count(to: $n) { value double } }", "{\"n\":2}")).Should().Equal(
            """{"data":{"count":{"value":1,"double":2}}}""",
            """{"data":{"count":{"value":2,"double":4}}}""");

    [Fact]
    public async Task An_event_may_be_a_leaf() => (await AskAsync("subscription { names }")).Should().Equal("""{"data":{"names":"a"}}""", """{"data":{"names":"b"}}""");

    [Fact]
    public async Task An_error_in_one_event_does_not_end_the_others()
    {
        var responses = await AskAsync("subscription { count(to: 2) { half } }");

        responses[0].Should().StartWith("""{"data":{"count":{"half":null}},"errors":[{"message":"1 is odd.""");
        responses[1].Should().Be("""{"data":{"count":{"half":1}}}""");
    }

    [Theory]
    [InlineData("subscription { refused }", "Not for you.")]
    [InlineData("subscription { wild }", "Internal error.")]
    [InlineData("subscription { count { value } }", "of type \\\"Int!\\\" is required")]
    [InlineData("subscription { names count(to: 1) { value } }", "must select only one top level field")]
    public async Task A_stream_that_cannot_begin_is_one_refusal(string query, string part) =>
        (await AskAsync(query)).Should().ContainSingle().Which.Should().StartWith("{\"errors\":").And.Contain(part);

    [Fact]
    public async Task A_stream_that_breaks_says_so_last() =>
        (await AskAsync("subscription { broken }")).Should().SatisfyRespectively(
            first => first.Should().Be("""{"data":{"broken":1}}"""),
            last => last.Should().StartWith("""{"errors":[{"message":"Broken.",""").And.Contain("\"path\":[\"broken\"]"));

    [Fact]
    public async Task Who_takes_one_response_is_told_to_use_another_way()
    {
        using var response = await Executor().ExecuteAsync(GraphQLRequest.FromText("subscription { names }"), TestContext.Current.CancellationToken);

        response.ToString().Should().Contain("SUBSCRIPTION_NOT_ALLOWED");
    }

    [Fact]
    public async Task Who_leaves_ends_the_stream_at_its_source()
    {
        await using (var responses = Executor()
            .StreamAsync(GraphQLRequest.FromText("subscription { forever }"), TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken))
        {
            await responses.MoveNextAsync();
            responses.Current.Dispose();
        }

        _hasEnded.Should().BeTrue();
    }

    private async Task<List<string>> AskAsync(string query, string? variables = null)
    {
        var responses = new List<string>();
        await foreach (var response in Executor().StreamAsync(GraphQLRequest.FromText(query, variables), TestContext.Current.CancellationToken))
        {
            using (response)
                responses.Add(response.ToString());
        }

        return responses;
    }

    private GraphQLExecutor Executor() => new(Schema.FromSdl(Sdl, bind =>
    {
        bind.Query().Field("a", _ => 1);
        bind.Subscription()
            .Stream("count", (context, _) => Enumerable.Range(1, context.Argument<int>("to")).ToAsyncEnumerable())
            .Stream("names", (_, _) => new[] { "a", "b" }.ToAsyncEnumerable())
            .Stream("broken", (_, _) => BreakAsync())
            .Stream("refused", IAsyncEnumerable<int> (_, _) => throw new GraphQLException("Not for you."))
            .Stream("wild", IAsyncEnumerable<int> (_, _) => throw new InvalidOperationException("secret"))
            .Stream("forever", (_, cancellationToken) => GoOnAsync(cancellationToken));
        bind.Object<int>("Number")
            .Field("value", number => number)
            .Field("half", int? (number) => number % 2 == 0 ? number / 2 : throw new GraphQLException($"{number} is odd."))
            .Batch("double", (numbers, _, _) => ValueTask.FromResult<IReadOnlyList<int>>([.. numbers.Select(number => 2 * number)]));
    }));

    private static async IAsyncEnumerable<int> BreakAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new GraphQLException("Broken.");
    }

    private async IAsyncEnumerable<int> GoOnAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                yield return 1;
                await Task.Delay(10, cancellationToken);
            }
        }
        finally
        {
            _hasEnded = true;
        }
    }
}
