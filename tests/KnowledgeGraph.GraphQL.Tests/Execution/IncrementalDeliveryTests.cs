using System.Text.Json.Nodes;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.Execution;

/// <summary>What <c>@defer</c> and <c>@stream</c> put off, in which parts it comes, and what becomes of errors in it.</summary>
public sealed class IncrementalDeliveryTests
{
    private const string Sdl =
        """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { person: Person! people: [Person!]! nobody: Person numbers: [Int!]! holes: [Person] odd: [Int!] matrix: [[Int!]!]! }
        type Mutation { add: Person! }
        type Person { name: String! nick: String none: String! slow: String! friends: [Person!]! best: Person! broken: String }
        """;

    private readonly List<string> _calls = [];
    private readonly TaskCompletionSource _slow = new();

    [Fact]
    public async Task What_is_deferred_follows_what_is_not()
    {
        var parts = await AskAsync("{ person { name ...More @defer(label: \"more\") } } fragment More on Person { nick }");

        parts.Should().Equal(
            """{"data":{"person":{"name":"a"}},"pending":[{"id":"0","path":["person"],"label":"more"}],"hasNext":true}""",
            """{"incremental":[{"data":{"nick":null},"id":"0"}],"completed":[{"id":"0"}],"hasNext":false}""");
    }

    [Fact]
    public async Task What_is_streamed_follows_the_first_items()
    {
        var parts = await AskAsync("{ people @stream(initialCount: 1, label: \"rest\") { name } numbers @stream(initialCount: 2) }");

        parts.Should().Equal(
            """{"data":{"people":[{"name":"a"}],"numbers":[0,1]},"pending":[{"id":"0","path":["people"],"label":"rest"},{"id":"1","path":["numbers"]}],"hasNext":true}""",
            """{"incremental":[{"items":[{"name":"b"},{"name":"c"}],"id":"0"},{"items":[2],"id":"1"}],"completed":[{"id":"0"},{"id":"1"}],"hasNext":false}""");
    }

    [Theory]
    [InlineData("{ person { ... @defer(if: false) { name } } numbers @stream(if: false) }")]
    [InlineData("query ($no: Boolean = false) { person { ... @defer(if: $no) { name } } numbers @stream(if: $no) }")]
    [InlineData("{ person { name ... @defer { name } } numbers @stream(initialCount: 3) }")]
    public async Task A_response_with_nothing_to_put_off_comes_in_one_part(string query) =>
        (await AskAsync(query)).Should().Equal("""{"data":{"person":{"name":"a"},"numbers":[0,1,2]}}""");

    [Fact]
    public async Task Who_takes_no_parts_gets_all_at_once()
    {
        using var response = await Executor().ExecuteAsync(
            GraphQLRequest.FromText("{ person { ... @defer { name } } numbers @stream }"), TestContext.Current.CancellationToken);

        response.ToString().Should().Be("""{"data":{"person":{"name":"a"},"numbers":[0,1,2]}}""");
    }

    [Fact]
    public async Task A_fragment_inside_of_a_deferred_one_comes_after_it()
    {
        var parts = await AskAsync("{ person { ... @defer(label: \"outer\") { name ... @defer(label: \"inner\") { nick } } } }");

        parts.Should().Equal(
            """{"data":{"person":{}},"pending":[{"id":"0","path":["person"],"label":"outer"}],"hasNext":true}""",
            """{"incremental":[{"data":{"name":"a"},"id":"0"}],"pending":[{"id":"1","path":["person"],"label":"inner"}],"completed":[{"id":"0"}],"hasNext":true}""",
            """{"incremental":[{"data":{"nick":null},"id":"1"}],"completed":[{"id":"1"}],"hasNext":false}""");
    }

    [Fact]
    public async Task What_two_fragments_ask_for_is_delivered_once_and_for_both()
    {
        var parts = await AskAsync("{ person { ... @defer(label: \"A\") { best { name nick } } ... @defer(label: \"B\") { best { name broken } } } }");

        var later = string.Concat(parts.Skip(1));
        Count(later, "\"name\":\"best of a\"").Should().Be(1);
        Count(later, "\"completed\"").Should().BeGreaterThan(0);
        Merge(parts).Should().Be("""{"data":{"person":{"best":{"name":"best of a","nick":null,"broken":null}}},"errors":[{"message":"Broken.","locations":[{"line":1,"column":95}],"path":["person","best","broken"],"extensions":{"code":"BAD_REQUEST"}}]}""");
    }

    [Fact]
    public async Task What_lies_below_of_what_is_not_deferred_is_told_by_a_path_from_the_fragment()
    {
        var parts = await AskAsync("{ person { best { name } ... @defer { best { nick } } } }");

        parts[1].Should().Be("""{"incremental":[{"data":{"nick":null},"id":"0","subPath":["best"]}],"completed":[{"id":"0"}],"hasNext":false}""");
    }

    [Fact]
    public async Task A_field_is_asked_once_for_all_objects_it_is_deferred_on()
    {
        var parts = await AskAsync("{ people { name ... @defer { friends { name } } } }");

        parts.Should().HaveCount(2);
        _calls.Should().Equal("friends of 3");
        Count(parts[1], "\"id\":\"2\"").Should().Be(2, "each object is delivered and completed for itself");
    }

    [Fact]
    public async Task A_null_that_may_not_be_fails_the_fragment_and_not_the_response()
    {
        var parts = await AskAsync("{ person { name ... @defer { nick none ... @defer { best { name } } } } }");

        parts.Should().Equal(
            """{"data":{"person":{"name":"a"}},"pending":[{"id":"0","path":["person"]}],"hasNext":true}""",
            """{"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Person.none.","locations":[{"line":1,"column":35}],"path":["person","none"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}],"hasNext":false}""");
    }

    [Fact]
    public async Task An_error_in_a_fragment_is_told_with_it()
    {
        var parts = await AskAsync("{ people { ... @defer { broken } } }");

        Count(parts[1], "\"message\":\"Broken.\"").Should().Be(3);
        parts[1].Should().Contain("""{"data":{"broken":null},"id":"1","errors":[{"message":"Broken.","locations":[{"line":1,"column":25}],"path":["people",1,"broken"],"extensions":{"code":"BAD_REQUEST"}}]}""");
    }

    [Fact]
    public async Task Nothing_is_put_off_of_what_is_not_in_the_response()
    {
        var parts = await AskAsync("{ nobody { none ... @defer { name } } holes { none ... @defer { name } best { ... @defer { nick } } } }");

        parts.Should().ContainSingle().Which.Should().StartWith("""{"data":{"nobody":null,"holes":[null,null]},"errors":""");
    }

    [Fact]
    public async Task A_list_ends_at_an_item_that_may_not_be_null()
    {
        var parts = await AskAsync("{ people @stream { name best { ... on Person { name } } friends @include(if: false) { name } none } odd @stream }");

        parts[1].Should().Contain("\"completed\":[{\"id\":\"0\",\"errors\":[{\"message\":\"Cannot return null for non-nullable field Person.none.\"")
            .And.Contain("\"path\":[\"people\",0,\"none\"]")
            .And.Contain("{\"items\":[1],\"id\":\"1\"}")
            .And.Contain("\"path\":[\"odd\",1]");
    }

    [Fact]
    public async Task Only_the_outer_of_nested_lists_is_streamed() =>
        (await AskAsync("{ matrix @stream(initialCount: 1) }")).Should().Equal(
            """{"data":{"matrix":[[1,2,3]]},"pending":[{"id":"0","path":["matrix"]}],"hasNext":true}""",
            """{"incremental":[{"items":[[4,5,6]],"id":"0"}],"completed":[{"id":"0"}],"hasNext":false}""");

    [Fact]
    public async Task Items_of_a_stream_can_put_off_more()
    {
        var parts = await AskAsync("{ people @stream(initialCount: 1) { name ... @defer { friends @stream(initialCount: 1) { name } } } }");

        Merge(parts).Should().Be(
            """{"data":{"people":[{"name":"a","friends":[{"name":"x"},{"name":"y"}]},{"name":"b","friends":[{"name":"x"},{"name":"y"}]},{"name":"c","friends":[{"name":"x"},{"name":"y"}]}]}}""");
    }

    [Fact]
    public async Task How_many_items_come_first_may_be_a_variable()
    {
        (await AskAsync("query ($n: Int!) { numbers @stream(initialCount: $n) }", "{\"n\":2}"))[0].Should().StartWith("""{"data":{"numbers":[0,1]},""");
        (await AskAsync("query ($n: Int!) { numbers @stream(initialCount: $n) }", "{\"n\":-1}")).Should().ContainSingle().Which.Should().Contain("must not be negative");
    }

    [Fact]
    public async Task What_is_quick_does_not_wait_for_what_is_slow()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var request = GraphQLRequest.FromText("{ person { name ... @defer(label: \"slow\") { slow } ... @defer(label: \"quick\") { nick } } }");
        await using var parts = Executor().StreamAsync(request, cancellation).GetAsyncEnumerator(cancellation);

        (await NextAsync(parts)).Should().StartWith("""{"data":{"person":{"name":"a"}}""");
        (await NextAsync(parts)).Should().Be("""{"incremental":[{"data":{"nick":null},"id":"1"}],"completed":[{"id":"1"}],"hasNext":true}""");
        _slow.SetResult();
        (await NextAsync(parts)).Should().Be("""{"incremental":[{"data":{"slow":"at last"},"id":"0"}],"completed":[{"id":"0"}],"hasNext":false}""");
        (await parts.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task What_takes_too_long_ends_the_parts_that_are_left()
    {
        var parts = await AskAsync("{ person { ... @defer { slow } } }", options: new GraphQLOptions { TimeLimit = TimeSpan.FromMilliseconds(50) });

        parts[^1].Should().Contain("\"completed\":[{\"id\":\"0\",\"errors\":").And.Contain("TIMEOUT").And.EndWith("\"hasNext\":false}");
    }

    [Fact]
    public async Task All_parts_together_reach_no_more_objects_than_one_response_may()
    {
        var parts = await AskAsync("{ people { ... @defer { friends { friends { name } } } } }", options: new GraphQLOptions { MaxObjects = 10 });

        parts[^1].Should().Contain("TOO_MANY_OBJECTS").And.EndWith("\"hasNext\":false}");
    }

    [Fact]
    public async Task The_caller_can_give_up_between_the_parts()
    {
        using var given = new CancellationTokenSource();
        await using var parts = Executor().StreamAsync(GraphQLRequest.FromText("{ person { ... @defer { slow } } }"), given.Token).GetAsyncEnumerator(given.Token);
        (await NextAsync(parts)).Should().Contain("\"hasNext\":true");
        await given.CancelAsync();

        var next = async () => await parts.MoveNextAsync();

        await next.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_mutation_can_put_off_what_it_gives() =>
        Merge(await AskAsync("mutation { add { name ... @defer { nick } } }")).Should().Be("""{"data":{"add":{"name":"added","nick":null}}}""");

    private static async Task<string> NextAsync(IAsyncEnumerator<GraphQLResponse> parts)
    {
        (await parts.MoveNextAsync()).Should().BeTrue();
        using var part = parts.Current;
        return part.ToString();
    }

    private async Task<List<string>> AskAsync(string query, string? variables = null, GraphQLOptions? options = null)
    {
        var parts = new List<string>();
        await foreach (var part in Executor(options).StreamAsync(GraphQLRequest.FromText(query, variables), TestContext.Current.CancellationToken))
        {
            using (part)
                parts.Add(part.ToString());
        }

        return parts;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Merge(IEnumerable<string> parts) =>
        IncrementalResponse.Merge([.. parts.Select(part => JsonNode.Parse(part)!.AsObject())]).ToJsonString();

    private GraphQLExecutor Executor(GraphQLOptions? options = null) => new(
        Schema.FromSdl(Sdl, bind =>
        {
            bind.Query()
                .Field("person", _ => "a")
                .Field("people", _ => (string[])["a", "b", "c"])
                .Field("nobody", _ => "nobody")
                .Field("holes", _ => (string?[])["h", null])
                .Field("numbers", _ => Enumerable.Range(0, 3))
                .Field("odd", _ => (int?[])[1, null, 3])
                .Field("matrix", _ => (int[][])[[1, 2, 3], [4, 5, 6]]);
            bind.Mutation().Field("add", _ => "added");
            bind.Object<string>("Person")
                .Field("name", name => name)
                .Field("nick", _ => (string?)null)
                .Field("none", _ => (string?)null)
                .Field("best", name => $"best of {name}")
                .Field("broken", string? (_) => throw new GraphQLException("Broken."))
                .FieldAsync("slow", SlowAsync)
                .Batch("friends", FriendsAsync);
        }),
        options);

    private async ValueTask<string> SlowAsync(string person, FieldContext context, CancellationToken cancellationToken)
    {
        await _slow.Task.WaitAsync(cancellationToken);
        return "at last";
    }

    private ValueTask<IReadOnlyList<string[]>> FriendsAsync(IReadOnlyList<string> people, FieldContext context, CancellationToken cancellationToken)
    {
        _calls.Add($"friends of {people.Count}");
        return ValueTask.FromResult<IReadOnlyList<string[]>>([.. people.Select(_ => (string[])["x", "y"])]);
    }
}
