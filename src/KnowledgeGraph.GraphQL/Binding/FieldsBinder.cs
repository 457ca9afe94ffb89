using KnowledgeGraph.GraphQL.Execution;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>Binds resolvers to the fields of one type whose values are of <typeparamref name="T"/>.</summary>
/// <remarks>
/// The four ways to get a value: <c>Field</c> when it is at hand; <c>Batch</c> when it must be waited for, one call for all parents of
/// a level; <c>FieldAsync</c> when it must be waited for and there is one parent, as at the root.
/// </remarks>
public abstract class FieldsBinder<T, TSelf>
    where T : notnull
    where TSelf : FieldsBinder<T, TSelf>
{
    private readonly SchemaBinder _binder;
    private readonly string _name;

    private protected FieldsBinder(SchemaBinder binder, string name)
    {
        _binder = binder;
        _name = name;
    }

    /// <summary>A value that the parent has at hand.</summary>
    public TSelf Field<TValue>(string name, Func<T, TValue> read) => Add(name, new PropertyResolver<T, TValue>(read));

    /// <summary>A value that is made of the parent and the arguments, without waiting.</summary>
    public TSelf Field<TValue>(string name, Func<T, FieldContext, TValue> read) => Add(name, new FunctionResolver<T, TValue>(read));

    /// <summary>A value that is waited for, one call a parent. For many parents use <c>Batch</c>.</summary>
    public TSelf FieldAsync<TValue>(string name, Func<T, FieldContext, CancellationToken, ValueTask<TValue>> read) =>
        Add(name, new AsyncResolver<T, TValue>(read));

    /// <inheritdoc cref="FieldAsync{TValue}(string, Func{T, FieldContext, CancellationToken, ValueTask{TValue}})"/>
    public TSelf FieldAsync<TValue>(string name, Func<T, FieldContext, CancellationToken, Task<TValue>> read) =>
        Add(name, new AsyncResolver<T, TValue>((parent, context, cancellationToken) => new(read(parent, context, cancellationToken))));

    /// <summary>The values for all parents of a level, in one call: as many as there are parents, in their order.</summary>
    /// <remarks>A value that failed is said by <see cref="FieldContext.Fail(int, GraphQLException)"/>; an exception fails all of them.</remarks>
    public TSelf Batch<TValue>(
        string name, Func<IReadOnlyList<T>, FieldContext, CancellationToken, ValueTask<IReadOnlyList<TValue>>> read) =>
        Add(name, new BatchResolver<T, TValue>(read));

    /// <inheritdoc cref="Batch{TValue}(string, Func{IReadOnlyList{T}, FieldContext, CancellationToken, ValueTask{IReadOnlyList{TValue}}})"/>
    public TSelf Batch<TValue>(string name, Func<IReadOnlyList<T>, FieldContext, CancellationToken, Task<IReadOnlyList<TValue>>> read) =>
        Add(name, new BatchResolver<T, TValue>((parents, context, cancellationToken) => new(read(parents, context, cancellationToken))));

    private TSelf Add(string field, FieldResolver resolver)
    {
        _binder.Add(_name, field, resolver);
        return (TSelf)this;
    }

    private protected void AddResolveType(Func<T, string?> nameOf) => _binder.AddResolveType(_name, value => nameOf((T)value));
}

/// <summary>Binds an object type.</summary>
public sealed class ObjectBinder<T> : FieldsBinder<T, ObjectBinder<T>>
    where T : notnull
{
    internal ObjectBinder(SchemaBinder binder, string name)
        : base(binder, name)
    {
    }
}

/// <summary>Binds an interface.</summary>
public sealed class InterfaceBinder<T> : FieldsBinder<T, InterfaceBinder<T>>
    where T : notnull
{
    internal InterfaceBinder(SchemaBinder binder, string name)
        : base(binder, name)
    {
    }

    /// <summary>Tells the object type of a value by name, when classes do not tell it.</summary>
    public InterfaceBinder<T> ResolveType(Func<T, string?> nameOf)
    {
        AddResolveType(nameOf);
        return this;
    }
}

/// <summary>Binds a union.</summary>
public sealed class UnionBinder<T>
    where T : notnull
{
    private readonly SchemaBinder _binder;
    private readonly string _name;

    internal UnionBinder(SchemaBinder binder, string name)
    {
        _binder = binder;
        _name = name;
    }

    /// <summary>Tells the object type of a value by name, when classes do not tell it.</summary>
    public UnionBinder<T> ResolveType(Func<T, string?> nameOf)
    {
        _binder.AddResolveType(_name, value => nameOf((T)value));
        return this;
    }
}

/// <summary>Binds the fields of the subscription type: each is a stream of events.</summary>
public sealed class SubscriptionBinder
{
    private readonly SchemaBinder _binder;
    private readonly string _name;

    internal SubscriptionBinder(SchemaBinder binder, string name)
    {
        _binder = binder;
        _name = name;
    }

    /// <summary>The events of a field; each is the field's value in one response.</summary>
    public SubscriptionBinder Stream<TEvent>(string name, Func<FieldContext, CancellationToken, IAsyncEnumerable<TEvent>> events)
    {
        _binder.Add(_name, name, new StreamResolver<TEvent>(events));
        return this;
    }
}
