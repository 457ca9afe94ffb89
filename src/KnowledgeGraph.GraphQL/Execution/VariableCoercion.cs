using System.Text.Json;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Coerces the variables of a request (CoerceVariableValues, section 6.1.2).</summary>
internal static class VariableCoercion
{
    // As many as System.Text.Json reads by default.
    private const int MaxDepth = 64;

    /// <exception cref="OperationRefusedException">A value does not fit its variable.</exception>
    public static VariableValues Coerce(Schema schema, IReadOnlyList<VariableDefinitionNode> definitions, JsonElement variables)
    {
        if (definitions.Count == 0)
            return VariableValues.None;

        if (variables.ValueKind == JsonValueKind.Object && !JsonText.IsUnicode(variables))
            throw new OperationRefusedException(VariableErrors.NotUnicode());

        var values = new VariableValues();
        var errors = new List<GraphQLError>();
        foreach (var definition in definitions)
        {
            try
            {
                Coerce(schema, definition, variables, values);
            }
            catch (CoercionException exception)
            {
                errors.Add(VariableErrors.Invalid(definition, exception));
            }
            catch (GraphQLException exception)
            {
                errors.Add(VariableErrors.Invalid(definition, new CoercionException(exception.Message)));
            }
        }

        return errors.Count == 0 ? values : throw new OperationRefusedException(errors);
    }

    private static void Coerce(Schema schema, VariableDefinitionNode definition, JsonElement variables, VariableValues values)
    {
        var name = definition.Variable.Name.Value;
        var type = schema.TypeOf(definition.Type)!;
        if (variables.ValueKind != JsonValueKind.Object || !variables.TryGetProperty(name, out var value))
        {
            if (definition.DefaultValue is { } defaultValue)
                values.Set(name, InputCoercion.CoerceLiteral(defaultValue, type, VariableValues.None));
            else if (type.IsNonNull)
                throw VariableErrors.Missing(name, type);
            return;
        }

        if (value.ValueKind == JsonValueKind.Null && type.IsNonNull)
            throw VariableErrors.Null(name, type);

        var path = new List<object>();
        try
        {
            values.Set(name, CoerceJson(value, type, path));
        }
        catch (CoercionException exception)
        {
            throw VariableErrors.At(name, path, variables.GetProperty(name), exception);
        }
    }

    private static object? CoerceJson(JsonElement value, GraphQLType type, List<object> path)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return type.IsNonNull ? throw CoercionErrors.NullForNonNull(type.ToString()!) : null;
        if (path.Count > MaxDepth)
            throw CoercionErrors.TooDeep(MaxDepth);

        return type.Nullable switch
        {
            ListType list => CoerceList(value, list, path),
            InputObjectType input => CoerceObject(value, input, path),
            EnumType @enum => CoerceEnum(value, @enum),
            ScalarType scalar => scalar.Binding.ReadJson(value),
            _ => throw new InvalidOperationException($"{type} is not an input type."),
        };
    }

    private static object CoerceList(JsonElement value, ListType type, List<object> path)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return InputArray.Of(type.ElementType, [CoerceJson(value, type.ElementType, path)]);

        var items = new object?[value.GetArrayLength()];
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            path.Add(index);
            items[index++] = CoerceJson(item, type.ElementType, path);
            path.RemoveAt(path.Count - 1);
        }

        return InputArray.Of(type.ElementType, items);
    }

    private static object CoerceObject(JsonElement value, InputObjectType type, List<object> path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw CoercionErrors.NotAnObject(type.Name);

        var given = new InputObject();
        foreach (var property in value.EnumerateObject())
        {
            var field = type.FindField(property.Name)
                ?? throw CoercionErrors.UnknownField(type.Name, property.Name, Suggestion.For(property.Name, type.Fields.Select(known => known.Name)));
            path.Add(property.Name);
            given.Set(field.Name, CoerceJson(property.Value, field.Type, path));
            path.RemoveAt(path.Count - 1);
        }

        return InputCoercion.FinishObject(given, type);
    }

    private static object CoerceEnum(JsonElement value, EnumType type)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw CoercionErrors.NonEnum(type.Name, Inspect.Json(value));

        var name = value.GetString()!;
        return type.FindValue(name)?.Value
            ?? throw CoercionErrors.NoSuchEnumValue(type.Name, name, Suggestion.ForEnum(name, type.Values.Select(known => known.Name)));
    }
}
