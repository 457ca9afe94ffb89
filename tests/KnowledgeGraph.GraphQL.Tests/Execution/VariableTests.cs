using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.Execution;

/// <summary>Values of variables, as clients send them.</summary>
public sealed class VariableTests
{
    [Theory]
    [InlineData("3.0", "3")]
    [InlineData("1e3", "1000")]
    [InlineData("9007199254740993", "9007199254740993")]
    public async Task A_whole_number_is_an_ID_however_it_is_written(string number, string id) =>
        (await AskAsync("query ($a: ID) { echo(id: $a) }", $"{{\"a\": {number}}}")).Should().Be($"{{\"data\":{{\"echo\":\"{id}\"}}}}");

    [Fact]
    public async Task A_key_that_is_given_twice_is_no_reason_to_throw() =>
        (await AskAsync("query ($a: In) { echo(in: $a) }", """{"a": {"in": {"in": 1}, "in": {"id": "x"}}}""")).Should().Contain("got invalid value");

    private static async Task<string> AskAsync(string query, string variables)
    {
        var schema = Schema.FromSdl(
            "type Query { echo(id: ID, in: In): ID } input In { id: ID in: In }",
            bind => bind.Query().Field("echo", (_, context) => context.Argument<string>("id")));
        using var response = await new GraphQLExecutor(schema).ExecuteAsync(GraphQLRequest.FromText(query, variables), TestContext.Current.CancellationToken);
        return response.ToString();
    }
}
