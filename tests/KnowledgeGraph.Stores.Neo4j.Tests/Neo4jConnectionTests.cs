using System.Net;
using System.Net.Sockets;
using System.Text;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

public sealed class Neo4jConnectionTests(Neo4jServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_is_said_and_not_tried_again()
    {
        var exception = await OpenAsync(server.Address, password: "wrong");

        exception.IsTransient.Should().BeFalse();
        exception.Message.Should().Contain("NEO4J_USER and NEO4J_PASSWORD");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_said()
    {
        var exception = await OpenAsync(server.Address, server.Password, database: "nowhere");

        exception.IsTransient.Should().BeFalse();
        exception.Message.Should().Contain("no such database");
    }

    [Fact]
    public async Task A_server_that_is_away_may_come_back()
    {
        var exception = await OpenAsync(new Uri("http://127.0.0.1:1"));

        exception.IsTransient.Should().BeTrue();
        exception.Message.Should().Contain("cannot be reached");
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nhello", false, "no Neo4j server with the Query API")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{\"data\":", true, "cannot be reached")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"data\":", true, "cut or is no JSON")]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 91\r\n\r\n{\"errors\":[{\"code\":\"Neo.TransientError.Transaction.DeadlockDetected\",\"message\":\"locks..\"}]}", true, "DeadlockDetected")]
    [InlineData("garbage\r\n\r\n", true, "cannot be reached")]
    public async Task What_another_program_or_a_broken_line_answers_is_told_apart(string answer, bool isTransient, string part)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var answering = AnswerAsync(listener, answer, stop.Token);

        var exception = await OpenAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        await stop.CancelAsync();
        await answering;

        exception.Message.Should().Contain(part);
        exception.IsTransient.Should().Be(isTransient);
    }

    private static async Task<GraphStoreException> OpenAsync(Uri address, string password = "any", string database = "neo4j")
    {
        await using var store = new Neo4jGraphStore(new Neo4jGraphStoreOptions { Address = address, User = "neo4j", Password = password, Database = database, Retries = 1 });
        var open = () => store.OpenAsync(Cancellation);
        return (await open.Should().ThrowAsync<GraphStoreException>()).Which;
    }

    private static async Task AnswerAsync(TcpListener listener, string answer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(cancellationToken);
                var request = new byte[4096];
                _ = await client.GetStream().ReadAsync(request, cancellationToken);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has its answer.
        }
    }
}
