using System.Globalization;
using System.Text.Json;
using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>The five scalars of section 3.5 of the specification.</summary>
internal static class BuiltInScalars
{
    public static IReadOnlyDictionary<string, ScalarBinding> ByName { get; } = new Dictionary<string, ScalarBinding>(StringComparer.Ordinal)
    {
        ["Int"] = new IntScalar(),
        ["Float"] = new FloatScalar(),
        ["String"] = new StringScalar(),
        ["Boolean"] = new BooleanScalar(),
        ["ID"] = new IdScalar(),
    };
}

/// <summary>Int: a whole number of 32 bits.</summary>
internal sealed class IntScalar : ScalarBinding
{
    public override Type ClrType => typeof(int);

    public override object ReadJson(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || number != Math.Truncate(number))
            throw CoercionErrors.NonInteger(Inspect.Json(value));

        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw CoercionErrors.NonInt32(Inspect.Json(value));
    }

    public override object ReadLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode integer)
            throw CoercionErrors.NonInteger(Inspect.Literal(literal));

        return int.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw CoercionErrors.NonInt32(Inspect.Literal(literal));
    }

    public override LeafFormat<T>? Format<T>() => LeafFormats.Int<T>();
}

/// <summary>Float: a finite number of double precision.</summary>
internal sealed class FloatScalar : ScalarBinding
{
    public override Type ClrType => typeof(double);

    public override object ReadJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw CoercionErrors.NonNumeric(Inspect.Json(value));

    public override object ReadLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode integer => integer.Value,
            FloatValueNode number => number.Value,
            _ => throw CoercionErrors.NonNumeric(Inspect.Literal(literal)),
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw CoercionErrors.NonNumeric(Inspect.Literal(literal));
    }

    public override LeafFormat<T>? Format<T>() => LeafFormats.Float<T>();
}

/// <summary>String: any text.</summary>
internal sealed class StringScalar : ScalarBinding
{
    public override Type ClrType => typeof(string);

    public override object ReadJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw CoercionErrors.NonString(Inspect.Json(value));

    public override object ReadLiteral(ValueNode literal) =>
        literal is StringValueNode text ? text.Value : throw CoercionErrors.NonString(Inspect.Literal(literal));

    public override LeafFormat<T>? Format<T>() => LeafFormats.String<T>();
}

/// <summary>Boolean: true or false.</summary>
internal sealed class BooleanScalar : ScalarBinding
{
    public override Type ClrType => typeof(bool);

    public override object ReadJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw CoercionErrors.NonBoolean(Inspect.Json(value)),
    };

    public override object ReadLiteral(ValueNode literal) =>
        literal is BooleanValueNode boolean ? boolean.Value : throw CoercionErrors.NonBoolean(Inspect.Literal(literal));

    public override LeafFormat<T>? Format<T>() => LeafFormats.Boolean<T>();
}

/// <summary>ID: an opaque text; whole numbers are read as their digits.</summary>
internal sealed class IdScalar : ScalarBinding
{
    public override Type ClrType => typeof(string);

    public override object ReadJson(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
            return number.ToString(CultureInfo.InvariantCulture);

        // As for Int, 3.0 and 3e0 are whole in JSON; beyond 2^53 a double no longer tells its digits.
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var real) && real == Math.Truncate(real) && Math.Abs(real) < 1L << 53
            ? ((long)real).ToString(CultureInfo.InvariantCulture)
            : throw CoercionErrors.NonId(Inspect.Json(value));
    }

    public override object ReadLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode integer => integer.Value,
        _ => throw CoercionErrors.NonId(Inspect.Literal(literal)),
    };

    public override LeafFormat<T>? Format<T>() => LeafFormats.Id<T>();
}
