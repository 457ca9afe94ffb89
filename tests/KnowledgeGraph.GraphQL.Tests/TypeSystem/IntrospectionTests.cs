using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.TypeSystem;

/// <summary>The schema as data.</summary>
public sealed class IntrospectionTests
{
    [Fact]
    public Task A_built_in_scalar_that_nothing_refers_to_is_no_part_of_the_schema() => AnswerAsync(
        "{ float: __type(name: \"Float\") { name } int: __type(name: \"Int\") { name } string: __type(name: \"String\") { name } }",
        """{"data":{"float":null,"int":{"name":"Int"},"string":{"name":"String"}}}""");

    [Fact]
    public async Task Whether_what_is_deprecated_is_told_is_never_null()
    {
        using var response = await new GraphQLExecutor(Schema()).ExecuteAsync(
            GraphQLRequest.FromText("{ __type(name: \"Query\") { fields(includeDeprecated: null) { name } } }"), TestContext.Current.CancellationToken);

        response.Kind.Should().Be(ResponseKind.RequestError);
    }

    private static async Task AnswerAsync(string query, string expected)
    {
        using var response = await new GraphQLExecutor(Schema()).ExecuteAsync(GraphQLRequest.FromText(query), TestContext.Current.CancellationToken);

        response.ToString().Should().Be(expected);
    }

    private static Schema Schema() => GraphQL.TypeSystem.Schema.FromSdl("type Query { count: Int }", bind => bind.Query().Field("count", _ => 1));
}
