using System.Text.Json;
using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>How the values of a scalar are read from variables and literals, and written into responses.</summary>
internal abstract class ScalarBinding
{
    /// <summary>The type that resolvers get arguments of the scalar in.</summary>
    public abstract Type ClrType { get; }

    /// <exception cref="CoercionException">The value does not fit.</exception>
    public abstract object? ReadJson(JsonElement value);

    /// <exception cref="CoercionException">The literal does not fit.</exception>
    public abstract object? ReadLiteral(ValueNode literal);

    /// <summary>How values of a type of the program are written as the scalar; null if they cannot be.</summary>
    public abstract LeafFormat<T>? Format<T>();
}
