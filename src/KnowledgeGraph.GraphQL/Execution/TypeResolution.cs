using System.Collections.Concurrent;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Finds the object type of a value of an interface or a union (ResolveAbstractType, section 6.4.3).</summary>
internal sealed class TypeResolution(Func<object, string?> nameOf)
{
    /// <summary>By the class of the value, or the nearest base class that is bound.</summary>
    public static TypeResolution ByClass(IReadOnlyDictionary<Type, string> names)
    {
        var known = new ConcurrentDictionary<Type, string?>();
        return new TypeResolution(value => known.GetOrAdd(value.GetType(), type =>
        {
            for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            {
                if (names.TryGetValue(candidate, out var name))
                    return name;
            }

            return null;
        }));
    }

    public int IndexOf(object value, IReadOnlyList<ObjectType> possibleTypes)
    {
        var name = nameOf(value);
        if (name is null)
            return -1;

        for (var i = 0; i < possibleTypes.Count; i++)
        {
            if (ReferenceEquals(possibleTypes[i].Name, name) || possibleTypes[i].Name == name)
                return i;
        }

        return -1;
    }
}
