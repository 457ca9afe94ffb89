using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Errors of a server that ours cannot be brought to make: a stand-in answers with them.</summary>
public sealed class ServerErrorTests
{
    private static readonly GraphBatch _batch = new([Some.Document().Saying(RelationType.Met, Some.Person("孟怀瑾"), Some.Person("唐屿")).Build()]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("5.20.0")]
    [InlineData("5.25.1-aura")]
    public async Task A_server_of_an_old_version_is_refused_at_the_start(string version)
    {
        using var server = new StubServer((_, _) => StubServer.Version.Replace("5.26.30", version, StringComparison.Ordinal));

        var exception = await FailAsync(server, store => store.OpenAsync(Cancellation));

        exception.IsTransient.Should().BeFalse();
        exception.Message.Should().Contain($"is version {version}; 5.26 or later is needed");
    }

    [Theory]
    [InlineData("Neo.ClientError.Security.Forbidden", "give the user the right to write")]
    [InlineData("Neo.ClientError.Statement.AccessMode", "give the address of one that takes writes")]
    [InlineData("Neo.ClientError.Security.CredentialsExpired", "the password must be changed first")]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", "wait some seconds")]
    public async Task A_user_that_may_not_write_is_told_what_is_lacking(string code, string advice)
    {
        using var server = new StubServer((path, statement) => path.EndsWith("/tx", StringComparison.Ordinal) || statement!.StartsWith("CREATE", StringComparison.Ordinal)
            ? StubServer.Error(code)
            : Found(statement));

        var atStart = await FailAsync(server, store => store.OpenAsync(Cancellation));
        var atWrite = await FailAsync(server, store => store.WriteAsync(_batch, Cancellation));

        (atStart.IsTransient, atWrite.IsTransient).Should().Be((false, false));
        atStart.Message.Should().Contain(advice);
        atWrite.Message.Should().Contain(advice);
    }

    // What 5.26 answered on a full disk: the first code to the transaction that met it, the second to all that came later.
    [Theory]
    [InlineData("Neo.DatabaseError.Transaction.TransactionLogError")]
    [InlineData("Neo.DatabaseError.Transaction.TransactionStartFailed")]
    public async Task A_full_disk_is_named_as_what_may_be_wrong(string code)
    {
        using var server = new StubServer((_, _) => StubServer.Error(code, "Could not append transaction."));

        var exception = await FailAsync(server, store => store.WriteAsync(_batch, Cancellation));

        exception.IsTransient.Should().BeFalse();
        exception.Message.Should().Contain("is its disk full? Make room, look into its log, and start it again").And.Contain(code);
    }

    [Fact]
    public async Task A_write_whose_transaction_went_with_a_restart_is_begun_anew()
    {
        var begun = 0;
        using var server = new StubServer((path, _) => path.EndsWith("/tx", StringComparison.Ordinal)
            ? $$$"""{"data":{"fields":[],"values":[]},"transaction":{"id":"{{{++begun}}}"}}"""
            : begun == 1 ? StubServer.Error("Neo.ClientError.Request.Invalid", "Transaction with Id: \"1\" was not found.") : StubServer.Error("Neo.ClientError.Statement.SyntaxError"));

        var exception = await FailAsync(server, store => store.WriteAsync(_batch, Cancellation));

        begun.Should().Be(2);
        exception.Message.Should().Contain("SyntaxError", "that is what the second attempt met");
    }

    private static string Found(string statement) =>
        statement.Contains("dbms.components", StringComparison.Ordinal) ? StubServer.Version : StubServer.Nothing;

    private static async Task<GraphStoreException> FailAsync(StubServer server, Func<Neo4jGraphStore, Task> use)
    {
        await using var store = new Neo4jGraphStore(new Neo4jGraphStoreOptions { Address = server.Address, User = "neo4j", Password = "any", Retries = 2 });
        var failing = () => use(store);
        return (await failing.Should().ThrowAsync<GraphStoreException>()).Which;
    }
}
