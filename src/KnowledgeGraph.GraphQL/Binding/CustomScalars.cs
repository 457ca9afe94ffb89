using System.Globalization;
using System.Text.Json;
using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>A custom scalar that nothing is bound to: any value, read and written as it is.</summary>
internal sealed class AnyScalar : ScalarBinding
{
    public static AnyScalar Instance { get; } = new();

    public override Type ClrType => typeof(object);

    public override object? ReadJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var number) ? number : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(ReadJson).ToArray(),
        JsonValueKind.Object => ReadObject(value),
        _ => null,
    };

    private Dictionary<string, object?> ReadObject(JsonElement value)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
            fields[property.Name] = ReadJson(property.Value);
        return fields;
    }

    public override object? ReadLiteral(ValueNode literal) => ReadLiteral(literal, VariableValues.None);

    /// <summary>Reads a literal in which variables may stand. A field whose variable has no value is left out.</summary>
    public static object? ReadLiteral(ValueNode literal, VariableValues variables) => literal switch
    {
        VariableNode variable => variables.TryGet(variable.Name.Value, out var value) ? value : null,
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        BooleanValueNode boolean => boolean.Value,
        IntValueNode integer when long.TryParse(integer.Value, CultureInfo.InvariantCulture, out var number) => number,
        IntValueNode integer => double.Parse(integer.Value, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        ListValueNode list => list.Values.Select(item => ReadLiteral(item, variables)).ToArray(),
        ObjectValueNode @object => ReadObject(@object, variables),
        _ => null,
    };

    private static Dictionary<string, object?> ReadObject(ObjectValueNode literal, VariableValues variables)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in literal.Fields)
        {
            if (field.Value is not VariableNode variable || variables.TryGet(variable.Name.Value, out _))
                fields[field.Name.Value] = ReadLiteral(field.Value, variables);
        }

        return fields;
    }

    public override LeafFormat<T>? Format<T>() => LeafFormats.Any<T>();
}

/// <summary>A custom scalar whose values are strings for clients and <typeparamref name="TValue"/> for the program.</summary>
internal sealed class TextScalar<TValue>(string name, Func<string, TValue> parse, Func<TValue, string> print) : ScalarBinding
    where TValue : notnull
{
    public override Type ClrType => typeof(TValue);

    public override object ReadJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!) : throw CoercionErrors.NotText(name, Inspect.Json(value));

    public override object ReadLiteral(ValueNode literal) =>
        literal is StringValueNode text ? Parse(text.Value) : throw CoercionErrors.NotText(name, Inspect.Literal(literal));

    private object Parse(string text)
    {
        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            throw CoercionErrors.BadText(name, Inspect.Text(text), exception.Message);
        }
        catch (GraphQLException exception)
        {
            throw CoercionErrors.BadText(name, Inspect.Text(text), exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What the program says of it is not for the client.
            throw CoercionErrors.NotMade();
        }
    }

    public override LeafFormat<T>? Format<T>() => typeof(T) == typeof(TValue) ? (LeafFormat<T>)(object)new PrintedFormat<TValue>(print) : null;
}
