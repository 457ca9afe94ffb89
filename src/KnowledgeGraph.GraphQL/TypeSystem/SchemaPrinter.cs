using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Prints a schema in the schema definition language, so that the text makes an equal schema.</summary>
/// <remarks>
/// What every schema has is left out: the built-in scalars and directives and the types of introspection. Types stand in the order of
/// their definition, with what extensions added to them. Which functions are bound to the fields cannot be printed.
/// </remarks>
public static class SchemaPrinter
{
    public static string Print(Schema schema) => Printer.Print(ToDocument(schema));

    /// <summary>The definition of one type.</summary>
    public static string Print(NamedType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Printer.Print(Definition(type));
    }

    /// <summary>The schema as a document.</summary>
    public static DocumentNode ToDocument(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var definitions = new List<DefinitionNode>();
        if (!IsImplied(schema))
            definitions.Add(Definition(schema));
        definitions.AddRange(schema.Directives.Where(directive => !BuiltIns.IsBuiltIn(directive)).Select(Definition));
        definitions.AddRange(schema.Types.Where(type => !BuiltIns.IsBuiltIn(type)).Select(Definition));
        return new DocumentNode(definitions);
    }

    /// <summary>Whether the names of the types say all that a schema definition would.</summary>
    private static bool IsImplied(Schema schema) =>
        schema.Description is null && schema.AppliedDirectives.Count == 0
        && Enum.GetValues<OperationType>().All(operation => schema.RootType(operation) == schema.FindType(operation.ToString()));

    private static SchemaDefinitionNode Definition(Schema schema) => new(
        Text(schema.Description),
        false,
        schema.AppliedDirectives,
        [
            .. Enum.GetValues<OperationType>()
                .Where(operation => schema.RootType(operation) is not null)
                .Select(operation => new OperationTypeDefinitionNode(operation, Reference(schema.RootType(operation)!), default)),
        ],
        default);

    private static DirectiveDefinitionNode Definition(DirectiveDefinition directive) => new(
        Text(directive.Description),
        Named(directive.Name),
        [.. directive.Arguments.Select(Definition)],
        directive.IsRepeatable,
        [.. directive.Locations.Select(location => Named(DirectiveLocationNames.NameOf(location)))],
        default);

    private static TypeDefinitionNode Definition(NamedType type)
    {
        var description = Text(type.Description);
        var name = Named(type.Name);
        return type switch
        {
            ScalarType => new ScalarTypeDefinitionNode(description, false, name, type.Directives, default),
            ObjectType @object => new ObjectTypeDefinitionNode(description, false, name, Interfaces(@object), type.Directives, Fields(@object), default),
            InterfaceType @interface => new InterfaceTypeDefinitionNode(description, false, name, Interfaces(@interface), type.Directives, Fields(@interface), default),
            UnionType union => new UnionTypeDefinitionNode(description, false, name, type.Directives, [.. union.Members.Select(Reference)], default),
            EnumType @enum => new EnumTypeDefinitionNode(description, false, name, type.Directives, [.. @enum.Values.Select(Definition)], default),
            InputObjectType input => new InputObjectTypeDefinitionNode(description, false, name, type.Directives, [.. input.Fields.Select(Definition)], default),
            _ => throw new InvalidOperationException($"{type} is of no kind."),
        };
    }

    private static IReadOnlyList<NamedTypeNode> Interfaces(FieldsType type) => [.. type.Interfaces.Select(Reference)];

    private static IReadOnlyList<FieldDefinitionNode> Fields(FieldsType type) => [.. type.Fields.Select(Definition)];

    private static FieldDefinitionNode Definition(FieldDefinition field) => new(
        Text(field.Description), Named(field.Name), [.. field.Arguments.Select(Definition)], Reference(field.Type), field.Directives, default);

    private static InputValueDefinitionNode Definition(InputValue value) =>
        new(Text(value.Description), Named(value.Name), Reference(value.Type), value.DefaultValue, value.Directives, default);

    private static EnumValueDefinitionNode Definition(EnumValueDefinition value) => new(Text(value.Description), Named(value.Name), value.Directives, default);

    private static TypeNode Reference(GraphQLType type) => type switch
    {
        ListType list => new ListTypeNode(Reference(list.ElementType), default),
        NonNullType nonNull => new NonNullTypeNode(Reference(nonNull.Type), default),
        _ => Reference((NamedType)type),
    };

    private static NamedTypeNode Reference(NamedType type) => new(type.Name, default);

    private static Name Named(string name) => new(name, default);

    private static StringValueNode? Text(string? text) => text is null ? null : new StringValueNode(text, isBlock: true, default);
}
