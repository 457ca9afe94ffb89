using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.AspNetCore;
using KnowledgeGraph.GraphQL.ConformanceHost;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
var application = builder.Build();
application.MapPost("/execute", (HttpContext context, JsonElement body) =>
{
    var request = new GraphQLRequest
    {
        Query = Encoding.UTF8.GetBytes(body.GetProperty("query").GetString()!),
        Variables = body.TryGetProperty("variables", out var variables) && variables.ValueKind == JsonValueKind.Object ? variables : default,
        OperationName = body.TryGetProperty("operationName", out var name) ? name.GetString() : null,
        AllowSubscription = false,
    };
    return GraphQLEndpoint.AnswerAsync(context, MockService.For(body.GetProperty("schema").GetString()!), request);
});
application.MapGraphQL("/graphql", BenchService.Immediate());
application.MapGraphQL("/graphql-batched", BenchService.Batched());
application.MapHandCoded();
application.Run();
