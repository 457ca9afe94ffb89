namespace KnowledgeGraph.GraphQL.Clients.Tests;

/// <summary>Clients that others wrote work with the service unchanged.</summary>
public sealed class ClientTests(NodeClients clients) : IClassFixture<NodeClients>
{
    [Fact]
    public Task The_audit_of_GraphQL_over_HTTP_finds_nothing() => RunAsync("audit.mjs", "61 of 61");

    [Fact]
    public Task Apollo_Client_queries_mutates_defers_persists_and_subscribes() => RunAsync("apollo.mjs", "ok");

    [Fact]
    public Task Urql_queries_mutates_defers_and_subscribes() => RunAsync("urql.mjs", "ok");

    [Fact]
    public Task The_compiler_of_Relay_takes_the_schema_and_its_runtime_pages_both_ways() => RunAsync("relay.mjs", "ok");

    [Fact]
    public Task GraphQL_code_generator_makes_types_of_the_introspected_schema() => RunAsync("codegen.mjs", "ok");

    [Fact]
    public Task The_client_of_graphql_ws_gets_results_errors_and_close_codes() => RunAsync("graphql-ws.mjs", "ok");

    [Fact]
    public Task The_client_of_graphql_sse_gets_results_and_errors() => RunAsync("graphql-sse.mjs", "ok");

    private async Task RunAsync(string script, string expected)
    {
        await using var service = await PeopleService.StartAsync();

        (await clients.RunAsync(script, service.Address)).Should().EndWith(expected);
    }
}
