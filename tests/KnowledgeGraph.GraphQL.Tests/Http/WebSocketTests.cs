using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeGraph.GraphQL.AspNetCore;

namespace KnowledgeGraph.GraphQL.Tests.Http;

/// <summary>The protocol graphql-transport-ws, message by message and with all its close codes.</summary>
public sealed class WebSocketTests
{
    private const string Init = """{"type":"connection_init"}""";
    private const string Ack = """{"type":"connection_ack"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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

    [Theory]
    [InlineData("no json", 4400)]
    [InlineData("[]", 4400)]
    [InlineData("""{"id":"1"}""", 4400)]
    [InlineData("""{"id":"\ud800","type":"complete"}""", 4400)]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }","variables":{"a":"\ud800"}}}""", 4400)]
    [InlineData("""{"type":"start"}""", 4400)]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""", 4400)]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":1}}""", 4400)]
    [InlineData("""{"id":"1","type":"subscribe"}""", 4400)]
    [InlineData("""{"type":"ping","payload":1}""", 4400)]
    [InlineData(Init, 4429)]
    public async Task A_message_that_breaks_the_protocol_closes_the_connection(string message, int code)
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);

        await SendAsync(client, message);

        (await CloseCodeAsync(client)).Should().Be(code);
    }

    [Fact]
    public async Task A_binary_message_closes_the_connection()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);

        await client.SendAsync(Encoding.UTF8.GetBytes(Init), WebSocketMessageType.Binary, endOfMessage: true, Cancellation);

        (await CloseCodeAsync(client)).Should().Be(4400);
    }

    [Fact]
    public async Task A_message_that_is_too_large_closes_the_connection()
    {
        await using var server = await GraphQLServer.StartAsync(new GraphQLEndpointOptions { MaxBodyBytes = 1_000 });
        using var client = await AdmittedAsync(server);

        await SendAsync(client, new string(' ', 2_000));

        (await CloseCodeAsync(client)).Should().Be(1009);
    }

    [Fact]
    public async Task An_operation_before_the_connection_is_initialised_is_unauthorized()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await ConnectAsync(server);

        await SendAsync(client, Subscribe("1", "{ hello }"));

        (await CloseCodeAsync(client)).Should().Be(4401);
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_the_connection()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);

        await SendAsync(client, Subscribe("1", "subscription { silent }"));
        await SendAsync(client, Subscribe("1", "subscription { silent }"));

        (await CloseCodeAsync(client)).Should().Be(4409);
        client.CloseStatusDescription.Should().Be("Subscriber for 1 already exists");
    }

    [Fact]
    public async Task A_client_that_never_initialises_is_closed()
    {
        await using var server = await GraphQLServer.StartAsync(new GraphQLEndpointOptions { ConnectionInitTimeout = TimeSpan.FromMilliseconds(30) });
        using var client = await ConnectAsync(server);

        (await CloseCodeAsync(client)).Should().Be(4408);
    }

    [Fact]
    public async Task A_client_that_is_not_admitted_is_forbidden()
    {
        var options = new GraphQLEndpointOptions
        {
            Admit = (context, payload) => ValueTask.FromResult(payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("token", out _)),
        };
        await using var server = await GraphQLServer.StartAsync(options);
        using var stranger = await ConnectAsync(server);
        using var known = await ConnectAsync(server);

        await SendAsync(stranger, Init);
        await SendAsync(known, """{"type":"connection_init","payload":{"token":"x"}}""");

        (await CloseCodeAsync(stranger)).Should().Be(4403);
        (await ReceiveAsync(known)).Should().Be(Ack);
    }

    [Fact]
    public async Task A_client_of_another_protocol_is_closed()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await ConnectAsync(server, protocol: "graphql-ws");

        (await CloseCodeAsync(client)).Should().Be(4406);
    }

    [Theory]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("https://friend.example", true)]
    [InlineData("null", false)]
    public async Task A_page_of_another_origin_may_not_connect_unless_it_is_allowed_to(string origin, bool isAllowed)
    {
        await using var server = await GraphQLServer.StartAsync(new GraphQLEndpointOptions { AllowedOrigins = ["https://friend.example"] });

        var connect = async () => (await ConnectAsync(server, origin: origin)).Dispose();

        if (isAllowed)
            await connect.Should().NotThrowAsync();
        else
            await connect.Should().ThrowAsync<WebSocketException>().WithMessage("*403*");
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        await using var server = await GraphQLServer.StartAsync();
        using var client = await AdmittedAsync(server);
        await SendAsync(client, Subscribe("1", "subscription { silent }"));
        var stop = server.StopAsync();

        (await CloseCodeAsync(client)).Should().Be(1001);
        await client.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
        await stop;
    }

    private static string Subscribe(string id, string query) =>
        new JsonObject { ["id"] = id, ["type"] = "subscribe", ["payload"] = new JsonObject { ["query"] = query } }.ToJsonString();

    private static async Task<ClientWebSocket> ConnectAsync(GraphQLServer server, string protocol = "graphql-transport-ws", string? origin = null)
    {
        var client = new ClientWebSocket();
        client.Options.AddSubProtocol(protocol);
        if (origin is not null)
            client.Options.SetRequestHeader("Origin", origin);
        await client.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/graphql" }.Uri, Cancellation);
        return client;
    }

    private static async Task<ClientWebSocket> AdmittedAsync(GraphQLServer server)
    {
        var client = await ConnectAsync(server);
        await SendAsync(client, Init);
        (await ReceiveAsync(client)).Should().Be(Ack);
        return client;
    }

    private static Task SendAsync(ClientWebSocket client, string message) =>
        client.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    private static async Task<string> ReceiveAsync(ClientWebSocket client)
    {
        var buffer = new byte[64 * 1024];
        var received = await client.ReceiveAsync(buffer.AsMemory(), Cancellation);
        received.EndOfMessage.Should().BeTrue();
        received.MessageType.Should().Be(WebSocketMessageType.Text, $"the connection should be open ({client.CloseStatus} {client.CloseStatusDescription})");
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private static async Task<int> CloseCodeAsync(ClientWebSocket client)
    {
        var buffer = new byte[4096];
        while ((await client.ReceiveAsync(buffer.AsMemory(), Cancellation)).MessageType != WebSocketMessageType.Close)
        {
            // What was sent before the end is of no interest here.
        }

        return (int)client.CloseStatus!.Value;
    }
}
