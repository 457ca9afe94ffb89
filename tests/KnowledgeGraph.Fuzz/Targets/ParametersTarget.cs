using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.AspNetCore;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>Bodies of POST requests.</summary>
internal sealed class ParametersTarget : FuzzTarget
{
    public override string Name => "parameters";

    public override IReadOnlyList<byte[]> Seeds { get; } = Texts.Bytes(
        """{"query": "{ people { id } }", "variables": {"a": [1, {"b": null}]}, "operationName": null, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "ab"}}}""",
        """{"query": "query A($a: ID) { person(id: $a) { name } }", "operationName": "A", "variables": {"a": "\u00e9\ud83d\ude00"}, "other": [[]]}""",
        """{"documentId": "x", "variables": null}""",
        """[{"query": "{ a }"}]""");

    public override IReadOnlyList<byte[]> Words { get; } = Texts.Bytes(
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud83d", "\\u0000", "null", "true", "1e400", "\"query\":", "\"variables\":", "\"extensions\":{", "\"persistedQuery\":", "\"sha256Hash\":", "\"version\":", "\"operationName\":", "\"documentId\":", "[[", "{\"a\":", "\"x\"", " ");

    public override void Run(byte[] input)
    {
        RequestParameters parameters;
        try
        {
            parameters = RequestParameters.Read(input, "The body");
        }
        catch (BadHttpGraphQLException)
        {
            return;
        }

        FuzzService.Answer(new GraphQLRequest
        {
            Query = parameters.Query,
            DocumentId = parameters.DocumentId,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
        });
    }
}
