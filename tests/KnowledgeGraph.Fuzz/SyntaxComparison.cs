using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.Fuzz;

/// <summary>Whether two syntax trees are the same but for the places in their texts, and the quotes of their strings.</summary>
public static class SyntaxComparison
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> _properties = new();

    /// <summary>Where the trees differ, or <see langword="null"/>.</summary>
    public static string? Difference(object? one, object? other)
    {
        switch (one, other)
        {
            case (null, null):
                return null;
            case (null, _) or (_, null):
                return $"{one ?? "nothing"} is not {other ?? "nothing"}";
            case (Name left, Name right):
                return left.Value == right.Value ? null : $"{left} is not {right}";
            case (SyntaxNode left, SyntaxNode right) when left.GetType() == right.GetType():
                return PropertiesOf(left.GetType()).Select(property => Difference(property.GetValue(left), property.GetValue(right))).FirstOrDefault(found => found is not null);
            case (string left, string right):
                return left == right ? null : $"{left} is not {right}";
            case (IList left, IList right):
                return left.Count != right.Count
                    ? $"{left.Count} items are not {right.Count}"
                    : Enumerable.Range(0, left.Count).Select(i => Difference(left[i], right[i])).FirstOrDefault(found => found is not null);
            default:
                return one.Equals(other) ? null : $"{one} is not {other}";
        }
    }

    private static PropertyInfo[] PropertiesOf(Type type) =>
        _properties.GetOrAdd(type, static known => [.. known.GetProperties().Where(property => property.PropertyType != typeof(Location) && property.Name != nameof(StringValueNode.IsBlock) && property.GetIndexParameters().Length == 0)]);
}
