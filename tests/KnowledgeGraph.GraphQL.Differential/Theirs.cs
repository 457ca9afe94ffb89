using System.Text.Json;

namespace KnowledgeGraph.GraphQL.Differential;

/// <summary>Reads what the peer says.</summary>
internal static class Theirs
{
    public static Verdict OnSchema(JsonElement answer) => answer.TryGetProperty("schema", out var messages)
        ? new Verdict(Stage.SchemaRefused, Texts(messages))
        : new Verdict(Stage.Executed, []);

    public static Verdict OnCase(JsonElement @case)
    {
        if (@case.TryGetProperty("invalid", out var invalid))
            return new Verdict(Stage.DocumentInvalid, Texts(invalid));
        if (@case.TryGetProperty("refused", out var refused))
            return new Verdict(Stage.RequestRefused, Texts(refused));
        if (@case.TryGetProperty("subscription", out _))
            return new Verdict(Stage.Subscription, []);
        if (@case.TryGetProperty("thrown", out var thrown))
            return new Verdict(Stage.Thrown, [thrown.GetString()!]);

        var errors = @case.GetProperty("errors");
        return new Verdict(
            Stage.Executed,
            [.. errors.EnumerateArray().Select(error => error.GetProperty("message").GetString()!)],
            @case.GetProperty("data"),
            [.. errors.EnumerateArray().Select(error => error.GetProperty("path"))]);
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
