using KnowledgeGraph.GraphQL.AspNetCore;
using static KnowledgeGraph.GraphQL.Tests.Http.WebSocketClient;

namespace KnowledgeGraph.GraphQL.Tests.Http;

/// <summary>The protocol graphql-transport-ws, message by message.</summary>
public sealed class WebSocketTests
{
    [Fact]
    public async Task A_query_is_answered_and_complete()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);

        await SendAsync(client, Subscribe("1", "{ hello }"));

        (await ReceiveAsync(client)).Should().Be("""{"id":"1","type":"next","payload":{"data":{"hello":"hello world"}}}""");
        (await ReceiveAsync(client)).Should().Be("""{"id":"1","type":"complete"}""");
    }

    [Fact]
    public async Task A_subscription_gives_an_event_after_the_other()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);

        await SendAsync(client, """{"id":"s","type":"subscribe","payload":{"query":"subscription ($n: Int!) { count(to: $n) }","variables":{"n":2},"operationName":null,"extensions":{}}}""");

        (await ReceiveAsync(client)).Should().Contain("{\"count\":1}");
        (await ReceiveAsync(client)).Should().Contain("{\"count\":2}");
        (await ReceiveAsync(client)).Should().Be("""{"id":"s","type":"complete"}""");
    }

    [Fact]
    public async Task What_is_deferred_is_a_message_of_its_own()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);

        await SendAsync(client, Subscribe("d", "{ hello ... @defer { numbers } }"));

        (await ReceiveAsync(client)).Should().Contain("\"hasNext\":true");
        (await ReceiveAsync(client)).Should().Contain("\"hasNext\":false");
        (await ReceiveAsync(client)).Should().Be("""{"id":"d","type":"complete"}""");
    }

    [Theory]
    [InlineData("{ nothing }", "Cannot query field")]
    [InlineData("{", "Syntax Error")]
    public async Task A_wrong_operation_gets_its_errors_and_no_completion(string query, string part)
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);

        await SendAsync(client, Subscribe("1", query));
        (await ReceiveAsync(client)).Should().StartWith("""{"id":"1","type":"error","payload":[{"message":""").And.Contain(part);

        await SendAsync(client, """{"type":"ping"}""");
        (await ReceiveAsync(client)).Should().Be("""{"type":"pong"}""");
    }

    [Fact]
    public async Task A_ping_is_answered_with_what_it_carries_even_before_the_connection_is_initialised()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await ConnectAsync(server);

        await SendAsync(client, """{"type":"ping","payload":{"a":1}}""");

        (await ReceiveAsync(client)).Should().Be("""{"type":"pong","payload":{"a":1}}""");
    }

    [Fact]
    public async Task A_client_that_completes_an_operation_ends_it_and_may_use_the_id_again()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);
        await SendAsync(client, Subscribe("1", "subscription { forever }"));
        await ReceiveAsync(client);

        await SendAsync(client, """{"id":"1","type":"complete"}""");
        await SendAsync(client, """{"id":"unknown","type":"complete"}""");
        await server.StreamsEndAsync();
        await SendAsync(client, Subscribe("1", "{ hello }"));

        var message = await ReceiveAsync(client);
        while (message.Contains("forever", StringComparison.Ordinal))
            message = await ReceiveAsync(client);
        message.Should().Contain("hello world");
    }

    [Fact]
    public async Task Operations_that_end_while_they_send_leave_the_connection_to_the_others()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);
        for (var i = 0; i < 300; i++)
        {
            await SendAsync(client, Subscribe($"{i}", "subscription { count(to: 1000000) }"));
            await ReceiveAsync(client);
            await SendAsync(client, $$"""{"id":"{{i}}","type":"complete"}""");
        }

        await SendAsync(client, Subscribe("last", "{ hello }"));
        var message = await ReceiveAsync(client);
        while (!message.Contains("last", StringComparison.Ordinal))
            message = await ReceiveAsync(client);
        message.Should().Contain("hello world");
    }

    [Fact]
    public async Task Operations_run_at_the_same_time()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);

        await SendAsync(client, Subscribe("slow", "subscription { silent }"));
        await SendAsync(client, Subscribe("quick", "{ hello }"));

        (await ReceiveAsync(client)).Should().Contain("\"id\":\"quick\"");
    }

    [Fact]
    public async Task A_client_that_goes_ends_all_its_operations()
    {
        await using var server = await GraphQLServer.StartAsync();
        using (var client = await AdmittedAsync(server))
        {
            await SendAsync(client, Subscribe("1", "subscription { forever }"));
            await SendAsync(client, Subscribe("2", "subscription { silent }"));
            await ReceiveAsync(client);
            client.Abort();
        }

        await server.StreamsEndAsync();
    }

    [Fact]
    public async Task More_operations_than_are_allowed_are_refused_one_by_one()
    {
        await using var server = await GraphQLServer.StartAsync(new GraphQLEndpointOptions { MaxOperationsPerConnection = 1 });
        using var client = await AdmittedAsync(server);

        await SendAsync(client, Subscribe("1", "subscription { silent }"));
        await SendAsync(client, Subscribe("2", "{ hello }"));

        (await ReceiveAsync(client)).Should().Contain("\"id\":\"2\",\"type\":\"error\"").And.Contain("TOO_MANY_OPERATIONS");
    }
}
