using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Everything that can be wrong with the definition of a schema, in one place and in one voice.</summary>
internal static class SchemaErrors
{
    // The document and its names.
    public static GraphQLError NotTypeSystem(DefinitionNode node) => new("A schema document holds no operations and no fragments.", node);

    public static GraphQLError SecondSchemaDefinition(SchemaDefinitionNode node) => new("There can be only one schema definition.", node);

    public static GraphQLError DuplicateOperationType(OperationTypeDefinitionNode first, OperationTypeDefinitionNode second) =>
        new($"There can be only one {Word(first.Operation)} type in the schema.", first, second);

    public static GraphQLError DuplicateType(Name first, Name second) => Duplicate($"type named \"{first}\"", first, second);

    public static GraphQLError DuplicateDirective(Name first, Name second) => Duplicate($"directive named \"@{first}\"", first, second);

    public static GraphQLError DuplicateField(string type, Name first, Name second) =>
        new($"Field \"{type}.{first}\" can only be defined once.", [first.Location, second.Location]);

    public static GraphQLError DuplicateEnumValue(string type, Name first, Name second) =>
        new($"Enum value \"{type}.{first}\" can only be defined once.", [first.Location, second.Location]);

    public static GraphQLError DuplicateArgument(string owner, Name first, Name second) =>
        new($"Argument \"{owner}({first}:)\" can only be defined once.", [first.Location, second.Location]);

    public static GraphQLError ReservedName(Name name) =>
        new($"Name \"{name}\" must not begin with \"__\", which is reserved for introspection.", [name.Location]);

    public static GraphQLError BuiltInOfOtherKind(TypeDefinitionNode node) => new($"\"{node.Name}\" is a built-in scalar and can be nothing else.", [node.Name.Location]);

    public static GraphQLError BuiltInWithoutArgument(DirectiveDefinitionNode node, InputValue argument) =>
        new($"The built-in directive \"@{node.Name}\" takes the argument \"{argument.Name}: {argument.Type}\".", node);

    public static GraphQLError ExtensionOfUnknown(TypeDefinitionNode node, string suggestion) =>
        new($"Cannot extend type \"{node.Name}\" because it is not defined.{suggestion}", [node.Name.Location]);

    public static GraphQLError ExtensionOfOtherKind(TypeDefinitionNode definition, TypeDefinitionNode extension, string kind) =>
        new($"Cannot extend \"{extension.Name}\" as {kind}, because it is defined as another kind of type.", definition, extension);

    // Root types.
    public static GraphQLError NoQueryType(IReadOnlyList<SchemaDefinitionNode> nodes) => new("Query root type must be provided.", nodes);

    public static GraphQLError RootTypeNotObject(OperationType operation, string type, SyntaxNode at) =>
        new($"{operation} root type must be an object type, it cannot be \"{type}\".", at);

    public static GraphQLError RootTypesNotDistinct(string type, IEnumerable<OperationType> operations, IReadOnlyList<SyntaxNode> at) =>
        new($"All root types must be different, \"{type}\" is the type of {string.Join(" and ", operations.Select(Word))} operations.", at);

    // Types and their members.
    public static GraphQLError NoFields(TypeDeclaration type) => new($"Type \"{type.Name}\" must define one or more fields.", type.Nodes);

    public static GraphQLError NoMembers(TypeDeclaration type) => new($"Union type \"{type.Name}\" must define one or more member types.", type.Nodes);

    public static GraphQLError NoValues(TypeDeclaration type) => new($"Enum type \"{type.Name}\" must define one or more values.", type.Nodes);

    public static GraphQLError NoInputFields(TypeDeclaration type) => new($"Input object type \"{type.Name}\" must define one or more fields.", type.Nodes);

    public static GraphQLError UnionMemberNotObject(string union, NamedTypeNode member) =>
        new($"Union type \"{union}\" can only include object types, it cannot include \"{member.Name}\".", member);

    public static GraphQLError DuplicateUnionMember(string union, NamedTypeNode first, NamedTypeNode second) =>
        new($"Union type \"{union}\" can only include type \"{first.Name}\" once.", first, second);

    public static GraphQLError FieldNotOutputType(string owner, FieldDefinitionNode field) =>
        new($"The type of \"{owner}.{field.Name}\" must be an output type, it cannot be \"{field.Type}\".", field.Type);

    public static GraphQLError NotInputType(InputValueFacts value) =>
        new($"The type of \"{value.Coordinate}\" must be an input type, it cannot be \"{value.Node.Type}\".", value.Node.Type);

    // Interfaces.
    public static GraphQLError ImplementsNonInterface(string type, NamedTypeNode parent) =>
        new($"Type \"{type}\" can only implement interfaces, it cannot implement \"{parent.Name}\".", parent);

    public static GraphQLError ImplementsItself(string type, NamedTypeNode parent) =>
        new($"Type \"{type}\" cannot implement itself.", parent);

    public static GraphQLError ImplementsTwice(string type, NamedTypeNode first, NamedTypeNode second) =>
        new($"Type \"{type}\" can only implement \"{first.Name}\" once.", first, second);

    public static GraphQLError InterfaceCycle(string type, NamedTypeNode parent) =>
        new($"Type \"{type}\" cannot implement \"{parent.Name}\", because \"{parent.Name}\" implements \"{type}\".", parent);

    public static GraphQLError AncestorNotImplemented(string type, NamedTypeNode parent, string ancestor) =>
        new($"Type \"{type}\" must implement \"{ancestor}\", because \"{parent.Name}\" implements it.", parent);

    public static GraphQLError FieldNotImplemented(TypeDeclaration type, string interfaceField) =>
        new($"Type \"{type.Name}\" must have the field \"{interfaceField}\" of the interface.", [type.Definition.Name.Location]);

    public static GraphQLError FieldOfOtherType(FieldDefinition field, FieldDefinitionNode node, FieldDefinition expected) =>
        new($"The type of \"{field}\" must be \"{expected.Type}\" as in \"{expected}\", or a subtype of it; it cannot be \"{field.Type}\".", node.Type);

    public static GraphQLError ArgumentNotImplemented(FieldDefinition field, FieldDefinitionNode node, string argument, FieldDefinition expected) =>
        new($"Field \"{field}\" must take the argument \"{expected}({argument}:)\" of the interface.", [node.Name.Location]);

    public static GraphQLError ArgumentOfOtherType(FieldDefinition field, InputValueDefinitionNode node, InputValue expected, FieldDefinition interfaceField) =>
        new($"The type of \"{field}({node.Name}:)\" must be \"{expected.Type}\" as in \"{interfaceField}\", it cannot be \"{node.Type}\".", node.Type);

    public static GraphQLError AdditionalArgumentRequired(FieldDefinition field, InputValueDefinitionNode node, FieldDefinition expected) =>
        new($"Argument \"{field}({node.Name}:)\" must not be required, because \"{expected}\" does not have it.", node);

    public static GraphQLError DeprecatedImplementation(FieldDefinition field, FieldDefinitionNode node, FieldDefinition expected) =>
        new($"Field \"{field}\" cannot be deprecated, because \"{expected}\" is not.", node);

    // Input objects.
    public static GraphQLError InputObjectWithoutEnd(string type, IReadOnlyList<string> way, IReadOnlyList<SyntaxNode> nodes) =>
        new($"Input object \"{type}\" can never be given a value, because it contains itself by: {string.Join(", ", way)}.", nodes);

    public static GraphQLError DefaultValueCycle(IReadOnlyList<string> way, IReadOnlyList<SyntaxNode> nodes) =>
        new($"The default value of \"{way[0]}\" contains itself{(way.Count > 1 ? $" by the default values of: {string.Join(", ", way.Skip(1))}" : "")}.", nodes);

    public static GraphQLError OneOfFieldNonNull(string field, InputValueDefinitionNode node) =>
        new($"The field \"{field}\" of a @oneOf input object must be nullable.", node.Type);

    public static GraphQLError OneOfFieldWithDefault(string field, InputValueDefinitionNode node) =>
        new($"The field \"{field}\" of a @oneOf input object cannot have a default value.", node.DefaultValue!);

    public static GraphQLError RequiredDeprecated(InputValueFacts value) =>
        new($"Required {(value.IsArgument ? "argument" : "input field")} \"{value.Coordinate}\" cannot be deprecated.", value.Node);

    // Directives.
    public static GraphQLError DirectiveCycle(DirectiveDefinitionNode node) =>
        new($"Directive \"@{node.Name}\" must not be used on its own arguments, nor on those of a directive that is.", node);

    private static string Word(OperationType operation) => operation.ToString().ToLowerInvariant();

    private static GraphQLError Duplicate(string what, Name first, Name second) =>
        new($"There can be only one {what}.", [first.Location, second.Location]);
}
