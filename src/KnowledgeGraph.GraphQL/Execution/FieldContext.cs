using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL;

/// <summary>A field as its resolver sees it: its arguments, what the request carries, and a way to say what failed.</summary>
public sealed partial class FieldContext
{
    /// <summary>The request that is being answered.</summary>
    public GraphQLRequest Request => Execution.Request;

    public FieldDefinition Field => Plan.Definition;

    /// <summary>The value of an argument as the program's type; the default of <typeparamref name="T"/> when it was not given.</summary>
    /// <remarks>
    /// Int is <see cref="int"/>, Float <see cref="double"/>, ID and String <see cref="string"/>, Boolean <see cref="bool"/>; enums, custom
    /// scalars and input objects are what they are bound to, unbound input objects an <see cref="Binding.InputObject"/>; a list is an
    /// array of these, and can be asked for as <c>IReadOnlyList</c>.
    /// </remarks>
    public T? Argument<T>(string name)
    {
        var arguments = Field.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name == name)
                return ArgumentValues[i] is { } value && value != InputCoercion.Missing ? (T)value : default;
        }

        throw new ArgumentException($"The field {Field} has no argument \"{name}\".", nameof(name));
    }

    /// <summary>Whether an argument was given, were it null, or has a default.</summary>
    public bool HasArgument(string name)
    {
        for (var i = 0; i < Field.Arguments.Count; i++)
        {
            if (Field.Arguments[i].Name == name)
                return ArgumentValues[i] != InputCoercion.Missing;
        }

        return false;
    }

    /// <summary>A service of the request, such as a store.</summary>
    public T Service<T>()
        where T : notnull =>
        Request.Services?.GetService(typeof(T)) is T service
            ? service
            : throw new InvalidOperationException($"The request carries no service {typeof(T)}.");

    /// <summary>Whether the selections of this field ask for <paramref name="field"/> on any type, so that a resolver can spare work.</summary>
    public bool Selects(string field)
    {
        if (Plan.Selection is null)
            return false;

        foreach (var selected in Plan.Selection.Fields)
        {
            if (selected.Definition.Name == field)
                return true;
        }

        return false;
    }

    /// <summary>Says that the value for one parent of a batch failed; what the resolver returns at that index is not read.</summary>
    public void Fail(int parent, GraphQLException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Fail(parent, (Exception)error);
    }
}
