using System.CommandLine;
using System.Text.Json;
using KnowledgeGraph.Api;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.Hosting;
using KnowledgeGraph.Ingestion;

namespace KnowledgeGraph.Cli.Commands;

/// <summary><c>query</c>: asks the graph in GraphQL.</summary>
internal static class QueryCommand
{
    private static readonly JsonWriterOptions _indented = new()
    {
        Indented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var query = new Argument<string>("GRAPHQL") { Description = "The query; @FILE reads it from a file." };
        var variables = new Option<string>("--variables") { Description = "The values of its variables, a JSON object; @FILE reads them from a file.", HelpName = "JSON" };
        var store = StoreOption.Create();
        var compact = new Option<bool>("--compact") { Description = "Print the answer on one line." };
        var command = new Command("query", "Ask the graph in GraphQL and print the answer as JSON. The exit code is 1 where the answer has errors.")
        {
            query, variables, store, compact,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            Text(result.GetRequiredValue(query)),
            result.GetValue(variables) is { } given ? Text(given) : null,
            result.GetRequiredValue(store),
            result.GetValue(compact),
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string query, string? variables, string address, bool compact, TextWriter output, CancellationToken cancellationToken)
    {
        await using var store = await StoreAddress.OpenExistingAsync(address, cancellationToken);
        var executor = new GraphQLExecutor(GraphSchema.Create());
        using var response = await executor.ExecuteAsync(Request(query, variables, new Services(store)), cancellationToken);
        output.WriteLine(compact ? response.ToString() : Indent(response.Json));
        return response.HasErrors ? Shell.Failed : 0;
    }

    private static GraphQLRequest Request(string query, string? variables, IServiceProvider services)
    {
        try
        {
            return GraphQLRequest.FromText(query, variables, services: services);
        }
        catch (JsonException exception)
        {
            throw new UserException($"The variables are no JSON object: {exception.Message}", exception);
        }
    }

    private static string Indent(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _indented))
            document.WriteTo(writer);

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Text(string given)
    {
        if (!given.StartsWith('@'))
            return given;

        try
        {
            return File.ReadAllText(given[1..]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserException($"'{given[1..]}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>What the fields of the schema ask for; the extractor is made only for a mutation that needs it.</summary>
    private sealed class Services(IGraphStore store) : IServiceProvider
    {
        private readonly StoreAdjacency _adjacency = new(store);
        private readonly Lazy<IngestionPipeline> _pipeline = new(() => new IngestionPipeline(new Extractor(), store, TimeProvider.System));

        public object? GetService(Type serviceType) =>
            serviceType == typeof(IGraphStore) ? store
            : serviceType == typeof(IAdjacency) ? _adjacency
            : serviceType == typeof(IngestionPipeline) ? _pipeline.Value
            : null;
    }
}
