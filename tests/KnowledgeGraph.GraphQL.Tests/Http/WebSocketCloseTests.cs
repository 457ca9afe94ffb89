using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL.AspNetCore;
using static KnowledgeGraph.GraphQL.Tests.Http.WebSocketClient;

namespace KnowledgeGraph.GraphQL.Tests.Http;

/// <summary>Why a server of graphql-transport-ws closes the connection: each of its codes.</summary>
public sealed class WebSocketCloseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("no json", 4400)]
    [InlineData("[]", 4400)]
    [InlineData("""{"id":"1"}""", 4400)]
    [InlineData("""{"id":"\ud800","type":"complete"}""", 4400)]
    [InlineData("""{"id":"1","type":"ping","pay\ud800load":{}}""", 4400)]
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
}
