using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Makes the array that a list of input values is for resolvers: of the items' own type, so that it can be asked for typed.</summary>
internal static class InputArray
{
    public static Array Of(GraphQLType elementType, object?[] items)
    {
        var array = Array.CreateInstance(ElementType(elementType), items.Length);
        for (var i = 0; i < items.Length; i++)
            array.SetValue(items[i], i);
        return array;
    }

    private static Type ElementType(GraphQLType type)
    {
        var clrType = type.Nullable switch
        {
            ScalarType scalar => scalar.Binding.ClrType,
            EnumType @enum => @enum.Binding?.ClrType ?? typeof(string),
            InputObjectType input => input.Binding?.ClrType ?? typeof(Binding.InputObject),
            ListType list => ElementType(list.ElementType).MakeArrayType(),
            _ => typeof(object),
        };
        return clrType.IsValueType && !type.IsNonNull ? typeof(Nullable<>).MakeGenericType(clrType) : clrType;
    }
}
