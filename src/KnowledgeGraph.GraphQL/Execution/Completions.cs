using System.Reflection;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Finds how the values of a resolver are completed as the type of its field, once, when the schema is made.</summary>
internal static class Completions
{
    private const BindingFlags Private = BindingFlags.NonPublic | BindingFlags.Static;

    /// <exception cref="MismatchException">Values of the program's type cannot be values of the field's.</exception>
    public static Completion<TValue> For<TValue>(GraphQLType type) => (Completion<TValue>)For(typeof(TValue), type);

    private static object For(Type value, GraphQLType type)
    {
        var isNonNull = type.IsNonNull;
        if (type.Nullable is ListType list)
            return ForList(value, list, isNonNull);

        if (type.IsCompositeType)
            return Make(typeof(ObjectCompletion<>), [value], isNonNull);

        var bare = Nullable.GetUnderlyingType(value);
        var format = Format(bare ?? value, type.Named) ?? throw new MismatchException(BindingErrors.NotWritten(type.Named.Name, value));
        return Make(bare is null ? typeof(LeafCompletion<>) : typeof(NullableLeafCompletion<>), [bare ?? value], format, isNonNull);
    }

    private static object ForList(Type value, ListType list, bool isNonNull)
    {
        var item = value == typeof(object) ? typeof(object) : ItemType(value) ?? throw new MismatchException(BindingErrors.NotAList(value));
        var items = For(item, list.ElementType);
        return list.IsCompositeType
            ? Make(typeof(ListCompletion<,>), [value, item], items, isNonNull)
            : Make(typeof(LeafListCompletion<,>), [value, item], items, list.ElementType.IsNonNull, isNonNull);
    }

    private static Type? ItemType(Type value)
    {
        if (value == typeof(string))
            return null;

        foreach (var candidate in value.GetInterfaces().Prepend(value))
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                return candidate.GetGenericArguments()[0];
        }

        return null;
    }

    private static object? Format(Type value, NamedType type) =>
        typeof(Completions).GetMethod(nameof(FormatOf), Private)!.MakeGenericMethod(value).Invoke(null, [type]);

    private static LeafFormat<TValue>? FormatOf<TValue>(NamedType type) => type switch
    {
        ScalarType scalar => scalar.Binding.Format<TValue>(),
        EnumType { Binding: { } binding } => binding.Format<TValue>(),
        EnumType names when typeof(TValue) == typeof(string) => (LeafFormat<TValue>)(object)new EnumFormat<string>(names),
        EnumType names when typeof(TValue) == typeof(object) => (LeafFormat<TValue>)(object)new EnumFormat<object>(names),
        _ => null,
    };

    private static object Make(Type definition, Type[] arguments, params object?[] values) =>
        Activator.CreateInstance(definition.MakeGenericType(arguments), values)!;
}

/// <summary>A resolver gives values that its field cannot have.</summary>
internal sealed class MismatchException(string message) : Exception(message);
