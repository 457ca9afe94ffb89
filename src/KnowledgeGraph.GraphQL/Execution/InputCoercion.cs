using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Turns literals of a document into values of the program (input coercion, sections 3 and 6.4.1).</summary>
internal static class InputCoercion
{
    /// <summary>Stands for an argument that was not given.</summary>
    public static object Missing { get; } = new();

    public static bool UsesVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(UsesVariable),
        ObjectValueNode @object => @object.Fields.Any(field => UsesVariable(field.Value)),
        _ => false,
    };

    /// <summary>The values of arguments that use no variable, or null if one does not fit; then each request says so again.</summary>
    public static object?[]? TryCoerceArguments(IReadOnlyList<InputValue> definitions, IReadOnlyList<ArgumentNode> arguments)
    {
        try
        {
            return CoerceArguments(definitions, arguments, VariableValues.None);
        }
        catch (Exception exception) when (exception is CoercionException or GraphQLException)
        {
            return null;
        }
    }

    // CoerceArgumentValues(objectType, field, variableValues)    https://spec.graphql.org/September2025/#CoerceArgumentValues()
    public static object?[] CoerceArguments(
        IReadOnlyList<InputValue> definitions, IReadOnlyList<ArgumentNode> arguments, VariableValues variables)
    {
        var values = new object?[definitions.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = CoerceArgument(definitions[i], ArgumentValues.Of(arguments, definitions[i].Name), variables);
        return values;
    }

    private static object? CoerceArgument(InputValue definition, ValueNode? value, VariableValues variables)
    {
        if (value is VariableNode variable && !variables.TryGet(variable.Name.Value, out _))
            value = null;

        if (value is null)
        {
            if (definition.DefaultValue is { } defaultValue)
                return CoerceLiteral(defaultValue, definition.Type, variables);
            return definition.Type.IsNonNull ? throw ArgumentErrors.Missing(definition) : Missing;
        }

        var coerced = CoerceLiteral(value, definition.Type, variables);
        return coerced is null && definition.Type.IsNonNull ? throw ArgumentErrors.Null(definition) : coerced;
    }

    /// <exception cref="CoercionException">The literal does not fit the type.</exception>
    public static object? CoerceLiteral(ValueNode literal, GraphQLType type, VariableValues variables)
    {
        if (literal is VariableNode variable)
        {
            variables.TryGet(variable.Name.Value, out var value);
            return value is null && type.IsNonNull ? throw CoercionErrors.NullForNonNull(type.ToString()!) : value;
        }

        if (literal is NullValueNode)
            return type.IsNonNull ? throw CoercionErrors.NullForNonNull(type.ToString()!) : null;

        return type.Nullable switch
        {
            ListType list => CoerceList(literal, list, variables),
            InputObjectType input => CoerceObject(literal, input, variables),
            EnumType @enum => CoerceEnum(literal, @enum),
            ScalarType { Binding: AnyScalar } => AnyScalar.ReadLiteral(literal, variables),
            ScalarType scalar => scalar.Binding.ReadLiteral(literal),
            _ => throw new InvalidOperationException($"{type} is not an input type."),
        };
    }

    private static object CoerceList(ValueNode literal, ListType type, VariableValues variables)
    {
        if (literal is not ListValueNode list)
            return InputArray.Of(type.ElementType, [CoerceLiteral(literal, type.ElementType, variables)]);

        var items = new object?[list.Values.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = CoerceLiteral(list.Values[i], type.ElementType, variables);
        return InputArray.Of(type.ElementType, items);
    }

    private static object CoerceObject(ValueNode literal, InputObjectType type, VariableValues variables)
    {
        if (literal is not ObjectValueNode @object)
            throw CoercionErrors.NotAnObject(type.Name);

        var given = new InputObject();
        foreach (var field in @object.Fields)
        {
            var definition = type.FindField(field.Name.Value) ?? throw CoercionErrors.UnknownField(type.Name, field.Name.Value, "");
            if (field.Value is VariableNode variable && !variables.TryGet(variable.Name.Value, out _))
                continue;

            given.Set(definition.Name, CoerceLiteral(field.Value, definition.Type, variables));
        }

        return FinishObject(given, type);
    }

    /// <summary>Adds defaults, checks what is required and makes the value of the program.</summary>
    public static object FinishObject(InputObject given, InputObjectType type)
    {
        if (type.IsOneOf)
        {
            if (given.Fields.Count != 1)
                throw CoercionErrors.NotOneOf(type.Name);
            if (given.Fields.First() is { Value: null } single)
                throw CoercionErrors.NullInOneOf(single.Key);
        }

        foreach (var field in type.Fields)
        {
            if (given.Has(field.Name))
                continue;
            if (field.DefaultValue is { } defaultValue)
                given.Set(field.Name, CoerceLiteral(defaultValue, field.Type, VariableValues.None));
            else if (field.Type.IsNonNull)
                throw CoercionErrors.MissingField(type.Name, field.Name, field.Type.ToString()!);
        }

        return type.Binding is { } binding ? binding.Make(given) : given;
    }

    private static object CoerceEnum(ValueNode literal, EnumType type)
    {
        if (literal is not EnumValueNode name)
            throw CoercionErrors.NonEnum(type.Name, Inspect.Literal(literal));

        return type.FindValue(name.Value)?.Value ?? throw CoercionErrors.NoSuchEnumValue(type.Name, name.Value, "");
    }
}

/// <summary>What can be said about an argument at execution, when a variable turns out not to fit.</summary>
internal static class ArgumentErrors
{
    public static CoercionException Missing(InputValue argument) =>
        new($"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was not provided.");

    public static CoercionException Null(InputValue argument) =>
        new($"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.");
}
