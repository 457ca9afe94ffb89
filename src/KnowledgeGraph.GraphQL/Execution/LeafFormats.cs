using System.Collections;
using System.Globalization;
using KnowledgeGraph.GraphQL.Binding;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Which types of the program can be written as which scalar (result coercion, section 3.5).</summary>
internal static class LeafFormats
{
    public static LeafFormat<T>? Int<T>() => Choose<T>(
        new Int32Format(),
        new SimpleFormat<short>((value, writer) => writer.Int64(value)),
        new SimpleFormat<ushort>((value, writer) => writer.Int64(value)),
        new SimpleFormat<byte>((value, writer) => writer.Int64(value)),
        new SimpleFormat<uint>((value, writer) => WriteInt(value, writer)),
        new SimpleFormat<long>(WriteInt),
        new SimpleFormat<object>((value, writer) => WriteInt(ToInt64(value), writer)));

    public static LeafFormat<T>? Float<T>() => Choose<T>(
        new SimpleFormat<double>(WriteDouble),
        new SimpleFormat<float>((value, writer) => WriteDouble(value, writer)),
        new SimpleFormat<decimal>((value, writer) => writer.Decimal(value)),
        new SimpleFormat<int>((value, writer) => writer.Int64(value)),
        new SimpleFormat<long>((value, writer) => writer.Int64(value)),
        new SimpleFormat<object>((value, writer) => WriteDouble(ToDouble(value), writer)));

    public static LeafFormat<T>? String<T>() => Choose<T>(
        new StringFormat(),
        new SimpleFormat<ReadOnlyMemory<char>>((value, writer) => writer.String(value.Span)),
        new SimpleFormat<Uri>((value, writer) => writer.String(value.OriginalString)),
        new SimpleFormat<object>((value, writer) => writer.String(ToText(value))));

    public static LeafFormat<T>? Boolean<T>() => Choose<T>(
        new SimpleFormat<bool>((value, writer) => writer.Boolean(value)),
        new SimpleFormat<object>((value, writer) =>
            writer.Boolean(value is bool boolean ? boolean : throw CoercionErrors.OutputNotOf("Boolean", Describe(value)))));

    public static LeafFormat<T>? Id<T>() => Choose<T>(
        new StringFormat(),
        new SimpleFormat<int>((value, writer) => writer.String(value.ToString(CultureInfo.InvariantCulture))),
        new SimpleFormat<long>((value, writer) => writer.String(value.ToString(CultureInfo.InvariantCulture))),
        new SimpleFormat<Guid>((value, writer) => writer.String(value.ToString())),
        new SimpleFormat<object>((value, writer) => writer.String(ToText(value)))) ?? new SimpleFormat<T>((value, writer) => writer.String(ToText(value!)));

    public static LeafFormat<T>? Any<T>() =>
        typeof(T).IsValueType ? (LeafFormat<T>)(object)new SimpleFormat<T>((value, writer) => WriteAny(value, writer))
        : Choose<T>(new StringFormat(), new SimpleFormat<object>(WriteAny)) ?? new SimpleFormat<T>((value, writer) => WriteAny(value, writer));

    private static LeafFormat<T>? Choose<T>(params ReadOnlySpan<object> formats)
    {
        foreach (var format in formats)
        {
            if (format is LeafFormat<T> chosen)
                return chosen;
        }

        return null;
    }

    private static void WriteInt(long value, ResponseWriter writer)
    {
        if (value is < int.MinValue or > int.MaxValue)
            throw CoercionErrors.OutputNotInt32(value.ToString(CultureInfo.InvariantCulture));
        writer.Int64(value);
    }

    private static void WriteDouble(double value, ResponseWriter writer)
    {
        if (!double.IsFinite(value))
            throw CoercionErrors.OutputNotFinite(value.ToString(CultureInfo.InvariantCulture));
        writer.Double(value);
    }

    private static void WriteAny(object? value, ResponseWriter writer)
    {
        switch (value)
        {
            case null:
                writer.Null();
                break;
            case string text:
                writer.String(text);
                break;
            case bool boolean:
                writer.Boolean(boolean);
                break;
            case int or long or short or byte or ushort or uint:
                writer.Int64(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double or float:
                WriteDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture), writer);
                break;
            case decimal number:
                writer.Decimal(number);
                break;
            case IReadOnlyDictionary<string, object?> fields:
                WriteFields(fields, writer);
                break;
            case IEnumerable items:
                WriteItems(items, writer);
                break;
            default:
                writer.String(ToText(value));
                break;
        }
    }

    private static void WriteFields(IReadOnlyDictionary<string, object?> fields, ResponseWriter writer)
    {
        var separator = (byte)'{';
        foreach (var (name, value) in fields)
        {
            writer.Byte(separator);
            separator = (byte)',';
            writer.String(name);
            writer.Byte((byte)':');
            WriteAny(value, writer);
        }

        writer.Raw(fields.Count == 0 ? "{}"u8 : "}"u8);
    }

    private static void WriteItems(IEnumerable items, ResponseWriter writer)
    {
        writer.Byte((byte)'[');
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                writer.Byte((byte)',');
            isFirst = false;
            WriteAny(item, writer);
        }

        writer.Byte((byte)']');
    }

    private static long ToInt64(object value) => value switch
    {
        int or long or short or byte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        double number when number == Math.Truncate(number) && Math.Abs(number) < long.MaxValue => (long)number,
        _ => throw CoercionErrors.OutputNotOf("Int", Describe(value)),
    };

    private static double ToDouble(object value) => value switch
    {
        double or float or decimal or int or long or short or byte => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => throw CoercionErrors.OutputNotOf("Float", Describe(value)),
    };

    private static string ToText(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Describe(object value) => Inspect.Text(ToText(value));
}
