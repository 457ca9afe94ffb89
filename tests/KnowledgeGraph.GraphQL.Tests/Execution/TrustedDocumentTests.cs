using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.Execution;

/// <summary>Documents that a request names instead of sending them.</summary>
public sealed class TrustedDocumentTests
{
    private const string Query = "{ a }";

    // SHA-256 of "{ a }".
    private static readonly string _hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Query)));

    [Theory]
    [InlineData("{\"one\":\"{ a }\"}", "one")]
    [InlineData("{\"format\":\"apollo-persisted-query-manifest\",\"version\":1,\"operations\":[{\"id\":\"one\",\"name\":\"A\",\"type\":\"query\",\"body\":\"{ a }\"}]}", "one")]
    public async Task A_trusted_document_is_answered_by_its_identifier_or_its_hash(string manifest, string id)
    {
        var executor = Executor(new GraphQLOptions { TrustedDocuments = Manifest(manifest), OnlyTrustedDocuments = true });

        (await AskAsync(executor, new GraphQLRequest { DocumentId = id })).Should().Be("{\"data\":{\"a\":1}}");
        (await AskAsync(executor, new GraphQLRequest { DocumentId = $"sha256:{_hash}" })).Should().Be("{\"data\":{\"a\":1}}");
        (await AskAsync(executor, Persisted(_hash))).Should().Be("{\"data\":{\"a\":1}}");
        (await AskAsync(executor, GraphQLRequest.FromText(Query))).Should().Be("{\"data\":{\"a\":1}}");
    }

    [Fact]
    public async Task Where_only_trusted_documents_are_answered_others_are_not()
    {
        var executor = Executor(new GraphQLOptions { TrustedDocuments = Manifest("{\"one\":\"{ a }\"}"), OnlyTrustedDocuments = true });

        (await AskAsync(executor, GraphQLRequest.FromText("{ b: a }"))).Should().Contain("DOCUMENT_NOT_TRUSTED");
        (await AskAsync(executor, GraphQLRequest.FromText("{ __schema { types { name } } }"))).Should().Contain("DOCUMENT_NOT_TRUSTED");
        (await AskAsync(executor, Persisted(new string('0', 64), "{ b: a }"))).Should().Contain("DOCUMENT_NOT_TRUSTED");
        (await AskAsync(executor, new GraphQLRequest { DocumentId = "two" })).Should().Contain("DOCUMENT_NOT_FOUND");
        (await AskAsync(executor, new GraphQLRequest { DocumentId = "one", Query = "{ a }"u8.ToArray() })).Should().Contain("not both");
    }

    [Fact]
    public async Task A_client_that_sent_a_document_sends_its_hash_the_next_time()
    {
        var executor = Executor(new GraphQLOptions());

        (await AskAsync(executor, Persisted(_hash))).Should().Contain("\"message\":\"PersistedQueryNotFound\"").And.Contain("PERSISTED_QUERY_NOT_FOUND");
        (await AskAsync(executor, Persisted(_hash, Query))).Should().Be("{\"data\":{\"a\":1}}");
        (await AskAsync(executor, Persisted(_hash))).Should().Be("{\"data\":{\"a\":1}}");
        (await AskAsync(executor, Persisted(_hash, "{ b: a }"))).Should().Contain("provided sha does not match query");
    }

    [Fact]
    public async Task A_service_can_do_without_persisted_queries() =>
        (await AskAsync(Executor(new GraphQLOptions { MaxPersistedQueries = 0 }), Persisted(_hash, Query))).Should().Contain("PERSISTED_QUERY_NOT_SUPPORTED");

    [Fact]
    public async Task Only_the_documents_that_are_used_are_kept()
    {
        var executor = Executor(new GraphQLOptions { MaxPersistedQueries = 4 });
        await AskAsync(executor, Persisted(_hash, Query));
        for (var i = 0; i < 20; i++)
        {
            var query = $"{{ a{i}: a }}";
            await AskAsync(executor, Persisted(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(query))), query));
        }

        (await AskAsync(executor, Persisted(_hash))).Should().Contain("PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"one\":1}")]
    [InlineData("{\"operations\":[{\"id\":\"one\"}]}")]
    [InlineData("no json")]
    [InlineData("{\"sha256:00\":\"{ a }\"}")]
    public void A_manifest_that_is_none_is_refused(string manifest)
    {
        var read = () => Manifest(manifest);

        read.Should().Throw<FormatException>();
    }

    private static TrustedDocuments Manifest(string json) => TrustedDocuments.FromManifest(Encoding.UTF8.GetBytes(json));

    private static GraphQLRequest Persisted(string hash, string query = "") => new()
    {
        Query = Encoding.UTF8.GetBytes(query),
        Extensions = JsonElement.Parse($"{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{hash}\"}}}}"),
    };

    private static GraphQLExecutor Executor(GraphQLOptions options) =>
        new(Schema.FromSdl("type Query { a: Int }", bind => bind.Query().Field("a", _ => 1)), options);

    private static async Task<string> AskAsync(GraphQLExecutor executor, GraphQLRequest request)
    {
        using var response = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return response.ToString();
    }
}
