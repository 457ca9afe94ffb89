using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL.Differential.Generation;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Differential;

/// <summary>What this engine says of cases on one schema.</summary>
internal sealed class Ours
{
    private readonly GraphQLExecutor? _executor;
    private readonly Verdict? _refusal;

    public Ours(string sdl)
    {
        try
        {
            var definition = Schema.FromSdl(sdl);
            Schema = Schema.FromSdl(sdl, bind => SeededService.Bind(bind, definition));
            _executor = new GraphQLExecutor(Schema);
        }
        catch (SchemaException exception)
        {
            _refusal = new Verdict(Stage.SchemaRefused, [.. exception.Errors.Select(error => error.Message)]);
        }
        catch (GraphQLSyntaxException exception)
        {
            _refusal = new Verdict(Stage.SchemaRefused, [exception.Message]);
        }
        catch (Exception exception)
        {
            // Whatever else comes out of the engine is a fault, and what this program looks for.
            _refusal = new Verdict(Stage.Thrown, [exception.ToString()]);
        }
    }

    public Schema? Schema { get; }

    public Verdict OnSchema => _refusal ?? new Verdict(Stage.Executed, []);

    public Verdict Answer(RequestText text)
    {
        if (_executor is null)
            return _refusal!;

        try
        {
            return Answer(_executor, text);
        }
        catch (Exception exception)
        {
            // As above.
            return new Verdict(Stage.Thrown, [exception.ToString()]);
        }
    }

    private static Verdict Answer(GraphQLExecutor executor, RequestText text)
    {
        var query = Encoding.UTF8.GetBytes(text.Query);
        if (executor.Prepare(query) is { Count: > 0 } errors)
            return new Verdict(Stage.DocumentInvalid, [.. errors.Select(error => error.Message)]);

        var request = new GraphQLRequest
        {
            Query = query,
            OperationName = text.OperationName,
            Variables = JsonElement.Parse(text.Variables),
            Root = SeededService.Root,
        };
        using var response = executor.ExecuteAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var json = JsonElement.Parse(response.Json.Span);
        JsonElement[] failures = json.TryGetProperty("errors", out var list) ? [.. list.EnumerateArray()] : [];
        if (response.Kind == ResponseKind.Executed)
            return new Verdict(Stage.Executed, [.. failures.Select(Message)], json.GetProperty("data"), [.. failures.Select(failure => failure.TryGetProperty("path", out var path) ? path : JsonElement.Parse("[]"))]);

        var isSubscription = failures.Any(failure => failure.TryGetProperty("extensions", out var extensions) && extensions.GetProperty("code").GetString() == "SUBSCRIPTION_NOT_ALLOWED");
        return new Verdict(isSubscription ? Stage.Subscription : Stage.RequestRefused, [.. failures.Select(Message)]);
    }

    private static string Message(JsonElement error) => error.GetProperty("message").GetString()!;
}
