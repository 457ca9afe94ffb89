using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Execution;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>The schema as data (section 4 of the specification): its types, and the meta-fields that lead to them.</summary>
internal sealed class Introspection
{
    private readonly FieldDefinition _schemaField;
    private readonly FieldDefinition _typeField;
    private readonly FieldDefinition _typeNameField;

    private Introspection(Schema schema)
    {
        var schemaType = schema.FindType("__Schema")!;
        var typeType = schema.FindType("__Type")!;
        _schemaField = MetaField("__schema", "The schema that the service executes.", schemaType.NonNull, [], new PropertyResolver<object, Schema>(_ => schema));
        _typeField = MetaField(
            "__type",
            "One type of the schema by its name.",
            typeType,
            [new InputValue("name", "The name of the type.", BuiltIns.String.NonNull, null)],
            new FunctionResolver<object, GraphQLType?>((_, context) => schema.FindType(context.Argument<string>("name")!)));
        _typeNameField = new FieldDefinition("__typename", "The name of the object's type.", BuiltIns.String.NonNull, [])
        {
            Resolver = TypeNameResolver.Instance,
            DeclaringType = schema.QueryType,
        };

        FieldDefinition MetaField(string name, string description, GraphQLType type, IReadOnlyList<InputValue> arguments, FieldResolver resolver) =>
            new(name, description, type, arguments) { Resolver = resolver.For(type), DeclaringType = schema.QueryType };
    }

    public static Introspection For(Schema schema) => new(schema);

    public FieldDefinition? FindMetaField(Schema schema, CompositeType type, string name) => name switch
    {
        "__typename" => _typeNameField,
        "__schema" when type == schema.QueryType => _schemaField,
        "__type" when type == schema.QueryType => _typeField,
        _ => null,
    };

    /// <summary>The definitions of the introspection types, to be part of every schema.</summary>
    public static IReadOnlyList<TypeDefinitionNode> Definitions { get; } =
        [.. DocumentNode.Parse(IntrospectionSdl.Text, ParserOptions.Trusted).Definitions.Cast<TypeDefinitionNode>()];

    /// <summary>Binds the introspection types of a schema.</summary>
    public static void Bind(SchemaBinder bind)
    {
        bind.Enum<TypeKind>("__TypeKind");
        bind.Enum<DirectiveLocation>("__DirectiveLocation");
        bind.Object<Schema>("__Schema")
            .Field("description", schema => schema.Description)
            .Field("types", schema => schema.Types.Cast<GraphQLType>())
            .Field("queryType", schema => (GraphQLType)schema.QueryType)
            .Field("mutationType", schema => (GraphQLType?)schema.MutationType)
            .Field("subscriptionType", schema => (GraphQLType?)schema.SubscriptionType)
            .Field("directives", schema => schema.Directives);
        BindType(bind.Object<GraphQLType>("__Type"));
        bind.Object<FieldDefinition>("__Field")
            .Field("name", field => field.Name)
            .Field("description", field => field.Description)
            .Field("args", (field, context) => Current(field.Arguments, context))
            .Field("type", field => field.Type)
            .Field("isDeprecated", field => field.DeprecationReason is not null)
            .Field("deprecationReason", field => field.DeprecationReason);
        bind.Object<InputValue>("__InputValue")
            .Field("name", value => value.Name)
            .Field("description", value => value.Description)
            .Field("type", value => value.Type)
            .Field("defaultValue", value => value.DefaultValue?.ToString())
            .Field("isDeprecated", value => value.DeprecationReason is not null)
            .Field("deprecationReason", value => value.DeprecationReason);
        bind.Object<EnumValueDefinition>("__EnumValue")
            .Field("name", value => value.Name)
            .Field("description", value => value.Description)
            .Field("isDeprecated", value => value.DeprecationReason is not null)
            .Field("deprecationReason", value => value.DeprecationReason);
        bind.Object<DirectiveDefinition>("__Directive")
            .Field("name", directive => directive.Name)
            .Field("description", directive => directive.Description)
            .Field("isRepeatable", directive => directive.IsRepeatable)
            .Field("locations", directive => directive.Locations)
            .Field("args", (directive, context) => Current(directive.Arguments, context));
    }

    private static void BindType(ObjectBinder<GraphQLType> bind) => bind
        .Field("kind", KindOf)
        .Field("name", type => (type as NamedType)?.Name)
        .Field("description", type => (type as NamedType)?.Description)
        .Field("specifiedByURL", type => (type as ScalarType)?.SpecifiedByUrl)
        .Field("fields", (type, context) => (type as FieldsType)?.Fields.Where(field => IsCurrent(field.DeprecationReason, context)))
        .Field("interfaces", type => (type as FieldsType)?.Interfaces.Cast<GraphQLType>())
        .Field("possibleTypes", (type, context) => type is InterfaceType or UnionType ? PossibleTypes((CompositeType)type, context) : null)
        .Field("enumValues", (type, context) => (type as EnumType)?.Values.Where(value => IsCurrent(value.DeprecationReason, context)))
        .Field("inputFields", (type, context) => type is InputObjectType input ? Current(input.Fields, context) : null)
        .Field("ofType", type => type switch
        {
            ListType list => list.ElementType,
            NonNullType nonNull => nonNull.Type,
            _ => null,
        })
        .Field("isOneOf", type => type is InputObjectType input ? input.IsOneOf : (bool?)null);

    private static IEnumerable<GraphQLType> PossibleTypes(CompositeType type, FieldContext context) =>
        context.Execution.Schema.PossibleTypes(type);

    private static TypeKind KindOf(GraphQLType type) => type switch
    {
        ScalarType => TypeKind.Scalar,
        ObjectType => TypeKind.Object,
        InterfaceType => TypeKind.Interface,
        UnionType => TypeKind.Union,
        EnumType => TypeKind.Enum,
        InputObjectType => TypeKind.InputObject,
        ListType => TypeKind.List,
        _ => TypeKind.NonNull,
    };

    private static IEnumerable<InputValue> Current(IReadOnlyList<InputValue> values, FieldContext context) =>
        values.Where(value => IsCurrent(value.DeprecationReason, context));

    private static bool IsCurrent(string? deprecationReason, FieldContext context) =>
        deprecationReason is null || context.Argument<bool>("includeDeprecated");

    private enum TypeKind
    {
        Scalar,
        Object,
        Interface,
        Union,
        Enum,
        InputObject,
        List,
        NonNull,
    }
}
