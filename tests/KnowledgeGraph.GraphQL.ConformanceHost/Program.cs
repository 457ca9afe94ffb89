using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.ConformanceHost;

var application = WebApplication.CreateBuilder(args).Build();
application.MapPost("/execute", async (JsonElement body, CancellationToken cancellationToken) =>
{
    var request = new GraphQLRequest
    {
        Query = Encoding.UTF8.GetBytes(body.GetProperty("query").GetString()!),
        Variables = body.TryGetProperty("variables", out var variables) && variables.ValueKind == JsonValueKind.Object ? variables : default,
        OperationName = body.TryGetProperty("operationName", out var name) ? name.GetString() : null,
    };
    using var response = await MockService.For(body.GetProperty("schema").GetString()!).ExecuteAsync(request, cancellationToken);
    return Results.Text(response.Json.Span, "application/graphql-response+json; charset=utf-8");
});
application.Run();
