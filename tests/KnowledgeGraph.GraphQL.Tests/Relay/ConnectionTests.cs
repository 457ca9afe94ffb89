using System.Globalization;
using System.Text.Json.Nodes;
using KnowledgeGraph.GraphQL.Relay;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.Relay;

/// <summary>Walks over a list whose items come and go.</summary>
public sealed class ConnectionTests
{
    private const string Sdl =
        """
        type Query { numbers(first: Int, after: String, last: Int, before: String): IntConnection! }
        type IntConnection { edges: [IntEdge!]! nodes: [Int!]! pageInfo: PageInfo! }
        type IntEdge { cursor: String! node: Int! }
        type PageInfo { hasPreviousPage: Boolean! hasNextPage: Boolean! startCursor: String endCursor: String }
        """;

    private static readonly Cursors _cursors = new("0123456789abcdef"u8);

    private readonly SortedSet<int> _numbers = [.. Enumerable.Range(1, 9)];

    [Theory]
    [InlineData("first: 3", "1,2,3", false, true)]
    [InlineData("first: 9", "1,2,3,4,5,6,7,8,9", false, false)]
    [InlineData("first: 0", "", false, true)]
    [InlineData("last: 2", "8,9", true, false)]
    [InlineData("last: 20", "1,2,3,4,5,6,7,8,9", false, false)]
    [InlineData("first: 2, after: 3", "4,5", true, true)]
    [InlineData("first: 2, after: 7", "8,9", true, false)]
    [InlineData("last: 2, before: 3", "1,2", false, true)]
    [InlineData("last: 2, before: 5", "3,4", true, true)]
    [InlineData("first: 5, after: 2, before: 5", "3,4", true, true)]
    [InlineData("last: 1, after: 2, before: 5", "4", true, true)]
    [InlineData("first: 2, after: 9", "", true, false)]
    [InlineData("", "1,2,3,4", false, true)]
    public async Task What_lies_around_a_page_is_told_for_both_sides(string arguments, string numbers, bool hasPrevious, bool hasNext)
    {
        var page = await AskAsync(arguments);

        string.Join(',', page["nodes"]!.AsArray()).Should().Be(numbers);
        ((bool)page["pageInfo"]!["hasPreviousPage"]!).Should().Be(hasPrevious);
        ((bool)page["pageInfo"]!["hasNextPage"]!).Should().Be(hasNext);
    }

    [Theory]
    [InlineData("first: 1, last: 1", "Give 'first' or 'last', not both.")]
    [InlineData("first: -1", "'first' is -1; it takes 0 to 100.")]
    [InlineData("last: 101", "'last' is 101; it takes 0 to 100.")]
    public async Task Arguments_that_make_no_page_are_refused(string arguments, string message)
    {
        using var response = await Executor().ExecuteAsync(GraphQLRequest.FromText($"{{ numbers({arguments}) {{ nodes }} }}"), TestContext.Current.CancellationToken);

        response.ToString().Should().Contain(message).And.Contain("BAD_ARGUMENT");
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("no cursor!")]
    [InlineData("AAAA")]
    public void What_is_no_cursor_is_refused(string cursor)
    {
        var open = () => _cursors.Open("numbers", cursor);

        open.Should().Throw<GraphQLException>().Where(exception => exception.Code == "INVALID_CURSOR");
    }

    [Fact]
    public void A_cursor_is_of_its_scope_and_its_secret_and_cannot_be_changed()
    {
        var cursor = _cursors.Seal("numbers", "000000003");
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(cursor);

        _cursors.Open("numbers", cursor).Should().Be("000000003");
        FluentActions.Invoking(() => _cursors.Open("others", cursor)).Should().Throw<GraphQLException>();
        FluentActions.Invoking(() => Cursors.Random().Open("numbers", cursor)).Should().Throw<GraphQLException>();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            FluentActions.Invoking(() => _cursors.Open("numbers", System.Buffers.Text.Base64Url.EncodeToString(bytes))).Should().Throw<GraphQLException>();
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void A_secret_that_can_be_guessed_is_refused() => FluentActions.Invoking(() => new Cursors("short"u8)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_walk_gives_each_item_that_stays_exactly_once_whatever_comes_and_goes(bool isBackward)
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            _numbers.Clear();
            _numbers.UnionWith(Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(100)));
            var staying = _numbers.ToHashSet();
            var seen = await WalkAsync(isBackward, size: random.Next(1, 6), random, staying);

            seen.Should().OnlyHaveUniqueItems();
            staying.Except(seen).Should().BeEmpty($"of seed {seed}");
            seen.Should().BeInAscendingOrder();
        }
    }

    [Fact]
    public void A_global_identifier_tells_its_type()
    {
        var id = new GlobalId("Person", "a:b/王");

        GlobalId.TryParse(id.ToString(), out var read).Should().BeTrue();
        read.Should().Be(id);
        GlobalId.TryParse("no id!", out _).Should().BeFalse();
        GlobalId.TryParse("", out _).Should().BeFalse();
        GlobalId.TryParse("UGVyc29u", out _).Should().BeFalse("it has a type and no identifier");
    }

    private async Task<List<int>> WalkAsync(bool isBackward, int size, Random random, HashSet<int> staying)
    {
        var seen = new List<int>();
        string? key = null;
        while (true)
        {
            var page = new PageArguments(size, isBackward, isBackward ? null : key, isBackward ? key : null);
            var connection = await Connection<int>.ReadAsync(page, ReadAsync, Key, key => key, TestContext.Current.CancellationToken);
            seen.InsertRange(isBackward ? 0 : seen.Count, connection.Nodes);
            key = isBackward ? connection.PageInfo.StartCursor : connection.PageInfo.EndCursor;
            if (!(isBackward ? connection.PageInfo.HasPreviousPage : connection.PageInfo.HasNextPage))
                return seen;

            for (var i = 0; i < random.Next(4); i++)
            {
                var number = random.Next(100);
                if (!_numbers.Add(number))
                {
                    _numbers.Remove(number);
                    staying.Remove(number);
                }
            }
        }
    }

    private Task<IReadOnlyList<int>> ReadAsync(ItemRange range, CancellationToken cancellationToken)
    {
        var items = _numbers.Where(number =>
            (range.After is null || string.CompareOrdinal(Key(number), range.After) > 0)
            && (range.Before is null || string.CompareOrdinal(Key(number), range.Before) < 0));
        return Task.FromResult<IReadOnlyList<int>>([.. (range.IsBackward ? items.Reverse() : items).Take(range.Count)]);
    }

    private static string Key(int number) => number.ToString("D9", CultureInfo.InvariantCulture);

    private async Task<JsonNode> AskAsync(string arguments)
    {
        var sealedArguments = string.Join(", ", arguments.Split(", ").Select(argument =>
            argument.Split(": ") is ["after" or "before", var number]
                ? $"{argument.Split(':')[0]}: \"{_cursors.Seal("numbers", Key(int.Parse(number, CultureInfo.InvariantCulture)))}\""
                : argument));
        var call = arguments.Length == 0 ? "" : $"({sealedArguments})";
        using var response = await Executor().ExecuteAsync(
            GraphQLRequest.FromText($"{{ numbers{call} {{ nodes pageInfo {{ hasPreviousPage hasNextPage startCursor endCursor }} edges {{ cursor node }} }} }}"),
            TestContext.Current.CancellationToken);
        return JsonNode.Parse(response.Json.Span)!["data"]!["numbers"]!;
    }

    private GraphQLExecutor Executor() => new(Schema.FromSdl(Sdl, bind =>
    {
        bind.PageInfo().Connection<int>("Int");
        bind.Query().FieldAsync("numbers", (_, context, cancellationToken) => Connection<int>.ReadAsync(
            PageArguments.Of(context, _cursors, "numbers", defaultCount: 4, maxCount: 100),
            ReadAsync,
            Key,
            key => _cursors.Seal("numbers", key),
            cancellationToken));
    }));
}
