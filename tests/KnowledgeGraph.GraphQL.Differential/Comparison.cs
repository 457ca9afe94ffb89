using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeGraph.GraphQL.Differential;

/// <summary>Whether two engines say the same of a case.</summary>
/// <remarks>
/// Wording is free. So is, by section 6.4.4 of the specification, which of several errors below one null is told: errors are compared by
/// the null in the data that they account for.
/// </remarks>
internal static partial class Comparison
{
    /// <summary>The class of the difference, or <see langword="null"/> where there is none.</summary>
    public static string? Difference(Verdict ours, Verdict theirs)
    {
        if (ours.Stage != theirs.Stage)
        {
            var theirMessage = theirs.Stage == Stage.Executed ? "" : $" There: {First(theirs)}";
            var ourMessage = ours.Stage == Stage.Executed ? "" : $" Here: {First(ours)}";
            return $"{ours.Stage} here, {theirs.Stage} there.{ourMessage}{theirMessage}";
        }

        if (ours.Stage == Stage.Thrown)
            return $"Both threw: {First(ours)}";
        if (ours.Stage != Stage.Executed || ours.Data.ValueKind == JsonValueKind.Undefined)
            return null;
        if (!AreSame(ours.Data, theirs.Data))
            return $"The data differ. Here: {First(ours)} There: {First(theirs)}";

        return NullsOf(ours).SetEquals(NullsOf(theirs)) ? null : $"The errors are elsewhere. Here: {First(ours)} There: {First(theirs)}";
    }

    private static string First(Verdict verdict) => verdict.Messages.Count == 0 ? "nothing." : Names().Replace(verdict.Messages[0].Split('\n')[0], "_");

    private static HashSet<string> NullsOf(Verdict verdict) => [.. verdict.Paths!.Select(path => NullAt(verdict.Data, path))];

    // How much of the path is in the data: the error accounts for the null there.
    private static string NullAt(JsonElement data, JsonElement path)
    {
        var reached = new List<string>();
        foreach (var step in path.EnumerateArray())
        {
            if (data.ValueKind == JsonValueKind.Null)
                break;
            data = step.ValueKind == JsonValueKind.Number ? data[step.GetInt32()] : data.GetProperty(step.GetString()!);
            reached.Add(step.ToString());
        }

        return data.ValueKind == JsonValueKind.Null ? string.Join('.', reached) : $"{string.Join('.', reached)} is not null";
    }

    private static bool AreSame(JsonElement one, JsonElement other, bool isOrdered = true)
    {
        if (one.ValueKind != other.ValueKind)
            return false;

        return one.ValueKind switch
        {
            JsonValueKind.Object => AreSameObjects(one, other, isOrdered),
            JsonValueKind.Array => one.GetArrayLength() == other.GetArrayLength()
                && one.EnumerateArray().Zip(other.EnumerateArray()).All(pair => AreSame(pair.First, pair.Second, isOrdered)),
            JsonValueKind.Number => one.GetDouble() == other.GetDouble(),
            JsonValueKind.String => AreSameTexts(one.GetString()!, other.GetString()!),
            _ => true,
        };
    }

    // The order of a response's fields is the selections'; that of an argument's is nobody's.
    private static bool AreSameObjects(JsonElement one, JsonElement other, bool isOrdered)
    {
        var left = one.EnumerateObject();
        var right = other.EnumerateObject();
        if (left.Count() != right.Count())
            return false;
        if (isOrdered)
            return left.Zip(right).All(pair => pair.First.Name == pair.Second.Name && AreSame(pair.First.Value, pair.Second.Value));

        return left.All(property => other.TryGetProperty(property.Name, out var value) && AreSame(property.Value, value, isOrdered: false));
    }

    private static bool AreSameTexts(string one, string other)
    {
        var prefix = SeededService.ArgumentsPrefix;
        return one == other
            || (one.StartsWith(prefix, StringComparison.Ordinal) && other.StartsWith(prefix, StringComparison.Ordinal)
                && AreSame(JsonElement.Parse(one[prefix.Length..]), JsonElement.Parse(other[prefix.Length..]), isOrdered: false));
    }

    [GeneratedRegex("""\"[^"]*"|'[^']*'|\d+|[A-Za-z]\d""")]
    private static partial Regex Names();
}
