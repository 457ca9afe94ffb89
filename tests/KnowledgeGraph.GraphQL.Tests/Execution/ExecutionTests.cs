using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.Execution;

public sealed class ExecutionTests
{
    private const string Sdl =
        """
        type Query { people: [Person!]! nobody: Person broken: String leaked: String slow: String many(first: Int = 2): [Int!]! }
        type Mutation { add(number: Int!): Int! }
        type Person { name: String! nick: String friend: Person! friends: [Person!] }
        """;

    private readonly List<string> _calls = [];
    private int _sum;

    [Fact]
    public async Task A_resolver_is_called_once_a_level_however_many_parents_there_are()
    {
        var answer = await AskAsync("{ people { name friends { name friends { name } } } }");

        answer.Should().StartWith("{\"data\":{\"people\":[{\"name\":\"a\",\"friends\":[{\"name\":\"x\"");
        _calls.Should().Equal("friends of 3", "friends of 6");
    }

    [Fact]
    public async Task Null_goes_up_to_the_first_field_that_may_be_null_and_its_path_is_told()
    {
        var answer = await AskAsync("{ nobody { name } people { nick } broken }");

        answer.Should().Be("{\"data\":{\"nobody\":null,\"people\":[{\"nick\":null},{\"nick\":null},{\"nick\":null}],\"broken\":null},"
            + "\"errors\":[{\"message\":\"Ask again tomorrow.\",\"locations\":[{\"line\":1,\"column\":35}],\"path\":[\"broken\"],\"extensions\":{\"code\":\"LATER\"}}]}");
    }

    [Fact]
    public async Task A_null_that_may_not_be_takes_its_parents_with_it()
    {
        var answer = await AskAsync("{ people { friend { name } } }");

        answer.Should().StartWith("{\"data\":null,\"errors\":[{\"message\":\"Cannot return null for non-nullable field Person.friend.\"").And.Contain("\"path\":[\"people\",0,\"friend\"]");
    }

    [Fact]
    public async Task What_an_exception_says_stays_inside()
    {
        var answer = await AskAsync("{ leaked }");

        answer.Should().Contain("INTERNAL_SERVER_ERROR").And.NotContain("secret");
    }

    [Theory]
    [InlineData("query ($yes: Boolean!) { a: many @include(if: $yes) b: many @skip(if: $yes) }", "{\"data\":{\"a\":[0,1]}}")]
    [InlineData("query ($yes: Boolean!) { ... @skip(if: $yes) { many } ... @include(if: $yes) { c: many(first: 1) } }", "{\"data\":{\"c\":[0]}}")]
    public async Task Conditions_leave_out_and_let_in(string query, string expected) =>
        (await AskAsync(query, "{\"yes\":true}")).Should().Be(expected);

    [Fact]
    public async Task Mutations_are_made_one_after_the_other()
    {
        var answer = await AskAsync("mutation { a: add(number: 1) b: add(number: 2) c: add(number: 3) }");

        answer.Should().Be("{\"data\":{\"a\":1,\"b\":3,\"c\":6}}");
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_ended()
    {
        var answer = await AskAsync("{ slow }", options: new GraphQLOptions { TimeLimit = TimeSpan.FromMilliseconds(50) });

        answer.Should().Contain("\"code\":\"TIMEOUT\"");
    }

    [Fact]
    public async Task The_caller_can_give_up()
    {
        using var given = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        var ask = async () => await Executor(new GraphQLOptions()).ExecuteAsync(GraphQLRequest.FromText("{ slow }"), given.Token);

        await ask.Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("{ many", null, "Syntax Error")]
    [InlineData("query A { many } query B { many }", null, "Must provide operation name")]
    [InlineData("query ($n: Int!) { many(first: $n) }", "{}", "$n")]
    [InlineData("query ($n: Int!) { many(first: $n) }", "{\"n\":\"x\"}", "Int cannot represent non-integer value")]
    [InlineData("subscription { x }", null, "no subscription operations")]
    public async Task A_wrong_request_has_no_data(string query, string? variables, string part)
    {
        var answer = await AskAsync(query, variables);

        answer.Should().StartWith("{\"errors\":").And.Contain(part);
    }

    [Theory]
    [InlineData("{ a(filter: { city: \"x\" }) }", "{}")]
    [InlineData("query ($f: Filter) { a(filter: $f) }", "{\"f\":{\"city\":\"x\"}}")]
    [InlineData("query ($d: Day) { a(day: $d) }", "{\"d\":\"x\"}")]
    [InlineData("{ a(day: \"x\") }", "{}")]
    public async Task An_input_that_the_program_chokes_on_is_an_error_of_the_request(string query, string variables)
    {
        var schema = Schema.FromSdl("type Query { a(filter: Filter, day: Day): Int } input Filter { city: String } scalar Day", bind =>
        {
            bind.Query().Field("a", (_, context) => context.HasArgument("filter") ? 1 : 2);
            bind.Input("Filter", string (_) => throw new InvalidOperationException("secret"));
            bind.Scalar<string>("Day", _ => throw new InvalidOperationException("secret"), day => day);
        });

        using var response = await new GraphQLExecutor(schema).ExecuteAsync(GraphQLRequest.FromText(query, variables), TestContext.Current.CancellationToken);

        response.ToString().Should().Contain("The value cannot be taken.").And.NotContain("secret");
    }

    [Fact]
    public async Task Variables_stand_inside_of_the_literals_of_a_scalar_that_takes_anything()
    {
        var schema = Schema.FromSdl("type Query { a(any: Any, number: Int): Any } scalar Any", bind => bind.Query().Field("a", (_, context) => context.Argument<object>("any")));
        var request = GraphQLRequest.FromText("query ($v: Int, $w: String, $x: Int) { a(any: { k: $v, l: [$w, $x], left: $x }) }", "{\"v\":7,\"w\":\"x\"}");

        using var response = await new GraphQLExecutor(schema).ExecuteAsync(request, TestContext.Current.CancellationToken);

        response.ToString().Should().Be("{\"data\":{\"a\":{\"k\":7,\"l\":[\"x\",null]}}}");
    }

    [Fact]
    public void A_field_without_a_resolver_is_found_when_the_schema_is_made()
    {
        var make = () => Schema.FromSdl("type Query { a: Int b: Int }", bind => bind.Query().Field("a", _ => 1));

        make.Should().Throw<SchemaException>().WithMessage("*Query.b*");
    }

    private async Task<string> AskAsync(string query, string? variables = null, GraphQLOptions? options = null)
    {
        using var response = await Executor(options ?? new GraphQLOptions()).ExecuteAsync(GraphQLRequest.FromText(query, variables), TestContext.Current.CancellationToken);
        return response.ToString();
    }

    private GraphQLExecutor Executor(GraphQLOptions options) => new(
        Schema.FromSdl(Sdl, bind =>
        {
            bind.Query()
                .Field("people", _ => (string[])["a", "b", "c"])
                .Field("nobody", _ => (string?)null)
                .Field("broken", string? (_) => throw new GraphQLException("Ask again tomorrow.", "LATER"))
                .Field("leaked", string? (_) => throw new InvalidOperationException("secret"))
                .FieldAsync("slow", SlowAsync)
                .Field("many", (_, context) => Enumerable.Range(0, context.Argument<int>("first")).ToArray());
            bind.Mutation().FieldAsync("add", AddAsync);
            bind.Object<string>("Person")
                .Field("name", name => name)
                .Field("nick", _ => (string?)null)
                .Field("friend", _ => (string?)null)
                .Batch("friends", FriendsAsync);
        }),
        options);

    private static async ValueTask<string?> SlowAsync(object root, FieldContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return "";
    }

    private async ValueTask<int> AddAsync(object root, FieldContext context, CancellationToken cancellationToken)
    {
        var before = _sum;
        await Task.Yield();
        return _sum = before + context.Argument<int>("number");
    }

    private ValueTask<IReadOnlyList<string[]>> FriendsAsync(IReadOnlyList<string> people, FieldContext context, CancellationToken cancellationToken)
    {
        _calls.Add($"friends of {people.Count}");
        return ValueTask.FromResult<IReadOnlyList<string[]>>([.. people.Select(_ => (string[])["x", "y"])]);
    }
}
