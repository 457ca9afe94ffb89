using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>Binds a schema to the program: resolvers to fields, types of the program to types of the schema.</summary>
/// <remarks>
/// Every field of every object type must have a resolver, its own or that of an interface it implements; a resolver for a field that
/// the schema does not define is an error as well.
/// </remarks>
public sealed class SchemaBinder
{
    private readonly Schema _schema;
    private readonly Dictionary<string, Type> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<object, string?>> _resolveType = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Field), FieldResolver> _resolvers = [];
    private readonly List<Action> _finish = [];

    internal SchemaBinder(Schema schema)
    {
        _schema = schema;
    }

    /// <summary>Binds the fields that queries begin at. Their parent is <see cref="GraphQLRequest.Root"/>.</summary>
    public ObjectBinder<object> Query() => Object<object>(_schema.QueryType.Name);

    /// <summary>Binds the fields that mutations begin at. They are executed one after the other.</summary>
    public ObjectBinder<object> Mutation() => Object<object>((_schema.MutationType ?? throw BindingErrors.NoRootType("mutation")).Name);

    /// <summary>Binds the fields that subscriptions begin at.</summary>
    public SubscriptionBinder Subscription() => new(this, (_schema.SubscriptionType ?? throw BindingErrors.NoRootType("subscription")).Name);

    /// <summary>Binds an object type to a type of the program.</summary>
    public ObjectBinder<T> Object<T>(string name)
        where T : notnull
    {
        if (_schema.FindType(name) is not ObjectType)
            throw BindingErrors.UnknownType(name, "object type");

        _classes[name] = typeof(T);
        return new ObjectBinder<T>(this, name);
    }

    /// <summary>Binds an interface; its resolvers are those of every type that implements it and has no own.</summary>
    public InterfaceBinder<T> Interface<T>(string name)
        where T : notnull =>
        _schema.FindType(name) is InterfaceType ? new InterfaceBinder<T>(this, name) : throw BindingErrors.UnknownType(name, "interface");

    /// <summary>Says how values of a union are told apart, when their classes do not.</summary>
    public UnionBinder<T> Union<T>(string name)
        where T : notnull =>
        _schema.FindType(name) is UnionType ? new UnionBinder<T>(this, name) : throw BindingErrors.UnknownType(name, "union");

    /// <summary>Binds an enum to values of the program, by name unless told otherwise.</summary>
    public EnumBinder<T> Enum<T>(string name)
        where T : notnull
    {
        var binder = new EnumBinder<T>(_schema.FindType(name) as EnumType ?? throw BindingErrors.UnknownType(name, "enum"));
        _finish.Add(binder.Finish);
        return binder;
    }

    /// <summary>Binds an input object: what its coerced fields make.</summary>
    public SchemaBinder Input<T>(string name, Func<InputObject, T> make)
        where T : notnull
    {
        var type = _schema.FindType(name) as InputObjectType ?? throw BindingErrors.UnknownType(name, "input object type");
        type.Binding = new InputBinding<T>(make);
        return this;
    }

    /// <summary>Binds a custom scalar that is a string for clients.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="parse">Reads a value; a <see cref="FormatException"/> says that the text is none.</param>
    /// <param name="print">Writes a value.</param>
    public SchemaBinder Scalar<T>(string name, Func<string, T> parse, Func<T, string> print)
        where T : notnull
    {
        var type = _schema.FindType(name) as ScalarType ?? throw BindingErrors.UnknownType(name, "scalar");
        type.Binding = new TextScalar<T>(name, parse, print);
        return this;
    }

    internal void Add(string type, string field, FieldResolver resolver)
    {
        if ((_schema.FindType(type) as FieldsType)?.FindField(field) is null)
            throw BindingErrors.UnknownField(type, field);
        if (!_resolvers.TryAdd((type, field), resolver))
            throw BindingErrors.BoundTwice(type, field);
    }

    internal void AddResolveType(string type, Func<object, string?> nameOf) => _resolveType[type] = nameOf;

    /// <summary>Gives every field its resolver and every abstract type its resolution, or says all that is missing.</summary>
    internal void Finish(bool isIntrospection = false)
    {
        foreach (var finish in _finish)
            finish();

        var errors = new List<GraphQLError>();
        foreach (var type in _schema.Types)
        {
            if (type.IsIntrospectionType != isIntrospection)
                continue;
            if (type is ObjectType @object)
                BindFields(@object, errors);
            else if (type is InterfaceType or UnionType)
                BindResolution((CompositeType)type, errors);
        }

        if (errors.Count > 0)
            throw new SchemaException(errors);
    }

    private void BindFields(ObjectType type, List<GraphQLError> errors)
    {
        foreach (var field in type.Fields)
        {
            if (ResolverOf(type, field.Name) is not { } resolver)
            {
                errors.Add(BindingErrors.NoResolver(type.Name, field.Name));
                continue;
            }

            try
            {
                field.Resolver = resolver.For(field.Type);
            }
            catch (MismatchException exception)
            {
                errors.Add(BindingErrors.DoesNotFit(field, resolver.ValueType, exception.Message));
            }
        }
    }

    private FieldResolver? ResolverOf(ObjectType type, string field)
    {
        if (_resolvers.TryGetValue((type.Name, field), out var own))
            return own;

        foreach (var parent in type.Interfaces)
        {
            if (_resolvers.TryGetValue((parent.Name, field), out var inherited))
                return inherited;
        }

        return null;
    }

    private void BindResolution(CompositeType type, List<GraphQLError> errors)
    {
        if (_resolveType.TryGetValue(type.Name, out var nameOf))
        {
            _schema.SetResolution(type, new TypeResolution(nameOf));
            return;
        }

        var names = new Dictionary<Type, string>();
        foreach (var possible in _schema.PossibleTypes(type))
        {
            if (!_classes.TryGetValue(possible.Name, out var bound))
                errors.Add(BindingErrors.UnboundPossibleType(type.Name, possible.Name));
            else if (!names.TryAdd(bound, possible.Name))
                errors.Add(BindingErrors.NoTypeResolution(type.Name, names[bound], possible.Name));
        }

        _schema.SetResolution(type, TypeResolution.ByClass(names));
    }
}
