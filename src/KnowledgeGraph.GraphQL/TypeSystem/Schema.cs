using System.Text;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>A type system that documents are checked against and executed on.</summary>
/// <remarks>
/// Made from the schema definition language, with a resolver bound to every field. All that is wrong is said when the schema is
/// made, in one <see cref="SchemaException"/>; afterwards a schema never changes and may be shared by threads.
/// <code>
/// var schema = Schema.FromSdl("""
///     type Query { person(name: String!): Person }
///     type Person { name: String! acquaintances: [Person!]! }
///     """,
///     bind =>
///     {
///         bind.Query().FieldAsync("person", (_, context, cancellation) => store.FindAsync(context.Argument&lt;string>("name"), cancellation));
///         bind.Object&lt;Person>("Person")
///             .Field("name", person => person.Name)
///             .Batch("acquaintances", (people, _, cancellation) => store.AcquaintancesAsync(people, cancellation));
///     });
/// </code>
/// </remarks>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;
    private readonly Dictionary<string, List<ObjectType>> _possibleTypes = new(StringComparer.Ordinal);
    private readonly HashSet<(string Abstract, string Implementation)> _isPossible = [];
    private readonly Dictionary<string, TypeResolution> _resolutions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<InterfaceType>> _implementingInterfaces = new(StringComparer.Ordinal);

    internal Schema(
        string? description,
        Dictionary<string, NamedType> types,
        Dictionary<string, DirectiveDefinition> directives,
        ObjectType? query,
        ObjectType? mutation,
        ObjectType? subscription)
    {
        Description = description;
        _types = types;
        _directives = directives;
        QueryType = query!;
        MutationType = mutation;
        SubscriptionType = subscription;
        foreach (var type in types.Values)
            IndexPossibleTypes(type);
    }

    public string? Description { get; }

    public ObjectType QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    public IReadOnlyCollection<NamedType> Types => _types.Values;

    public IReadOnlyCollection<DirectiveDefinition> Directives => _directives.Values;

    /// <summary>The directives applied to the schema itself.</summary>
    internal IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    internal Introspection Introspection { get; set; } = null!;

    /// <summary>Makes a schema from its definition and binds resolvers to its fields.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not in the grammar.</exception>
    /// <exception cref="SchemaException">A definition or a binding is wrong; the message lists all that is.</exception>
    public static Schema FromSdl(string sdl, Action<SchemaBinder> bind) => FromSdl(Encoding.UTF8.GetBytes(sdl), bind);

    /// <inheritdoc cref="FromSdl(string, Action{SchemaBinder})"/>
    public static Schema FromSdl(ReadOnlySpan<byte> utf8, Action<SchemaBinder> bind) =>
        FromDocument(DocumentNode.Parse(utf8, ParserOptions.Trusted), bind);

    /// <summary>Makes a schema from a parsed definition and binds resolvers to its fields.</summary>
    /// <exception cref="SchemaException">A definition or a binding is wrong; the message lists all that is.</exception>
    public static Schema FromDocument(DocumentNode document, Action<SchemaBinder> bind)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(bind);
        var schema = SchemaBuilder.Build(document);
        var binder = new SchemaBinder(schema);
        bind(binder);
        binder.Finish();
        return schema;
    }

    /// <summary>Makes a schema to validate against and to print. Nothing can be executed on it.</summary>
    /// <exception cref="SchemaException">A definition is wrong.</exception>
    public static Schema FromSdl(string sdl) => SchemaBuilder.Build(DocumentNode.Parse(sdl, ParserOptions.Trusted));

    public NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The object types that a value of <paramref name="type"/> may be.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(CompositeType type) =>
        type is ObjectType @object ? [@object] : _possibleTypes.GetValueOrDefault(type.Name) ?? [];

    /// <summary>The interfaces that implement <paramref name="type"/>.</summary>
    public IReadOnlyList<InterfaceType> ImplementingInterfaces(InterfaceType type) => _implementingInterfaces.GetValueOrDefault(type.Name) ?? [];

    /// <summary>Whether every value of <paramref name="implementation"/> is one of <paramref name="type"/>.</summary>
    public bool IsSubType(CompositeType type, CompositeType implementation) =>
        type == implementation || _isPossible.Contains((type.Name, implementation.Name));

    /// <summary>Whether some object type is a possible type of both.</summary>
    public bool Overlap(CompositeType left, CompositeType right)
    {
        if (left == right)
            return true;
        if (left is ObjectType)
            return IsSubType(right, left);
        if (right is ObjectType)
            return IsSubType(left, right);

        foreach (var possible in PossibleTypes(left))
        {
            if (IsSubType(right, possible))
                return true;
        }

        return false;
    }

    /// <summary>The field of a type by name, the meta-fields of introspection included.</summary>
    internal FieldDefinition? FindField(CompositeType type, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal) && Introspection.FindMetaField(this, type, name) is { } meta)
            return meta;

        return type is FieldsType fields ? fields.FindField(name) : null;
    }

    /// <summary>The type that a reference in a document means, or null if the schema does not define it.</summary>
    internal GraphQLType? TypeOf(TypeNode node) => node switch
    {
        ListTypeNode list => TypeOf(list.ElementType)?.List,
        NonNullTypeNode nonNull => TypeOf(nonNull.Type)?.NonNull,
        NamedTypeNode named => FindType(named.Name),
        _ => null,
    };

    internal TypeResolution ResolutionOf(CompositeType type) => _resolutions[type.Name];

    internal void SetResolution(CompositeType type, TypeResolution resolution) => _resolutions[type.Name] = resolution;

    private void IndexPossibleTypes(NamedType type)
    {
        switch (type)
        {
            case UnionType union:
                foreach (var member in union.Members)
                    AddPossible(union, member);
                break;
            case FieldsType implementation:
                foreach (var parent in implementation.Interfaces)
                {
                    if (implementation is ObjectType @object)
                    {
                        AddPossible(parent, @object);
                    }
                    else if (_isPossible.Add((parent.Name, implementation.Name)))
                    {
                        if (!_implementingInterfaces.TryGetValue(parent.Name, out var interfaces))
                            _implementingInterfaces.Add(parent.Name, interfaces = []);
                        interfaces.Add((InterfaceType)implementation);
                    }
                }

                break;
        }
    }

    private void AddPossible(CompositeType type, ObjectType possible)
    {
        if (!_isPossible.Add((type.Name, possible.Name)))
            return;

        if (!_possibleTypes.TryGetValue(type.Name, out var types))
            _possibleTypes.Add(type.Name, types = []);
        types.Add(possible);
    }
}
