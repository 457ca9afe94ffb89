using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace KnowledgeGraph.GraphQL.Tests.Http;

/// <summary>A client of graphql-transport-ws, message by message.</summary>
internal static class WebSocketClient
{
    public const string Init = """{"type":"connection_init"}""";
    public const string Ack = """{"type":"connection_ack"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Subscribe(string id, string query) =>
        new JsonObject { ["id"] = id, ["type"] = "subscribe", ["payload"] = new JsonObject { ["query"] = query } }.ToJsonString();

    public static async Task<ClientWebSocket> ConnectAsync(GraphQLServer server, string protocol = "graphql-transport-ws", string? origin = null)
    {
        var client = new ClientWebSocket();
        client.Options.AddSubProtocol(protocol);
        if (origin is not null)
            client.Options.SetRequestHeader("Origin", origin);
        await client.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/graphql" }.Uri, Cancellation);
        return client;
    }

    public static async Task<ClientWebSocket> AdmittedAsync(GraphQLServer server)
    {
        var client = await ConnectAsync(server);
        await SendAsync(client, Init);
        (await ReceiveAsync(client)).Should().Be(Ack);
        return client;
    }

    public static Task SendAsync(ClientWebSocket client, string message) =>
        client.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    public static async Task<string> ReceiveAsync(ClientWebSocket client)
    {
        var buffer = new byte[64 * 1024];
        var received = await client.ReceiveAsync(buffer.AsMemory(), Cancellation);
        received.EndOfMessage.Should().BeTrue();
        received.MessageType.Should().Be(WebSocketMessageType.Text, $"the connection should be open ({client.CloseStatus} {client.CloseStatusDescription})");
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    public static async Task<int> CloseCodeAsync(ClientWebSocket client)
    {
        var buffer = new byte[4096];
        while ((await client.ReceiveAsync(buffer.AsMemory(), Cancellation)).MessageType != WebSocketMessageType.Close)
        {
            // What was sent before the end is of no interest here.
        }

        return (int)client.CloseStatus!.Value;
    }
}
