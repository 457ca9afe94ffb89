using System.Globalization;
using System.Text;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Writes values of one type of the program as values of one leaf type.</summary>
internal abstract class LeafFormat<T>
{
    /// <exception cref="CoercionException">The value cannot be represented.</exception>
    public abstract void Write(T value, ResponseWriter writer);
}

/// <summary>A format that is one call.</summary>
internal sealed class SimpleFormat<T>(Action<T, ResponseWriter> write) : LeafFormat<T>
{
    public override void Write(T value, ResponseWriter writer) => write(value, writer);
}

/// <summary>Strings: the most frequent format, without a call between.</summary>
internal sealed class StringFormat : LeafFormat<string>
{
    public override void Write(string value, ResponseWriter writer) => writer.String(value);
}

/// <summary>Integers of 32 bits, without a call between.</summary>
internal sealed class Int32Format : LeafFormat<int>
{
    public override void Write(int value, ResponseWriter writer) => writer.Int64(value);
}

/// <summary>Values that are printed as strings by a function.</summary>
internal sealed class PrintedFormat<T>(Func<T, string> print) : LeafFormat<T>
{
    public override void Write(T value, ResponseWriter writer) => writer.String(print(value));
}

/// <summary>Values of an enum, their names encoded once.</summary>
internal sealed class EnumFormat<T>(EnumType type) : LeafFormat<T>
    where T : notnull
{
    private readonly Dictionary<T, byte[]> _names = Names(type);

    private static Dictionary<T, byte[]> Names(EnumType type)
    {
        var names = new Dictionary<T, byte[]>();
        foreach (var value in type.Values)
            names.TryAdd((T)value.Value, Encoding.UTF8.GetBytes($"\"{value.Name}\""));
        return names;
    }

    public override void Write(T value, ResponseWriter writer)
    {
        if (!_names.TryGetValue(value, out var name))
            throw CoercionErrors.OutputNotInEnum(type.Name, Inspect.Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        writer.Raw(name);
    }
}
