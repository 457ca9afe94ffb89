namespace KnowledgeGraph.GraphQL.Language;

/// <summary><c>schema</c>, or an extension of it: which types the operations begin at.</summary>
public sealed class SchemaDefinitionNode(
    StringValueNode? description,
    bool isExtension,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<OperationTypeDefinitionNode> operationTypes,
    Location location) : DefinitionNode(description, location)
{
    public bool IsExtension { get; } = isExtension;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary>The type that one kind of operation begins at.</summary>
public sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type, Location location) : SyntaxNode(location)
{
    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary>The definition of a named type, or an extension of it.</summary>
public abstract class TypeDefinitionNode(
    StringValueNode? description, bool isExtension, Name name, IReadOnlyList<DirectiveNode> directives, Location location)
    : DefinitionNode(description, location)
{
    public bool IsExtension { get; } = isExtension;

    public Name Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary><c>scalar</c>.</summary>
public sealed class ScalarTypeDefinitionNode(
    StringValueNode? description, bool isExtension, Name name, IReadOnlyList<DirectiveNode> directives, Location location)
    : TypeDefinitionNode(description, isExtension, name, directives, location);

/// <summary><c>type</c> or <c>interface</c>: a definition with output fields.</summary>
public abstract class FieldsDefinitionNode(
    StringValueNode? description,
    bool isExtension,
    Name name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields,
    Location location) : TypeDefinitionNode(description, isExtension, name, directives, location)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>type</c>.</summary>
public sealed class ObjectTypeDefinitionNode(
    StringValueNode? description,
    bool isExtension,
    Name name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields,
    Location location) : FieldsDefinitionNode(description, isExtension, name, interfaces, directives, fields, location);

/// <summary><c>interface</c>.</summary>
public sealed class InterfaceTypeDefinitionNode(
    StringValueNode? description,
    bool isExtension,
    Name name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields,
    Location location) : FieldsDefinitionNode(description, isExtension, name, interfaces, directives, fields, location);

/// <summary>A field of an object type or an interface.</summary>
public sealed class FieldDefinitionNode(
    StringValueNode? description,
    Name name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    TypeNode type,
    IReadOnlyList<DirectiveNode> directives,
    Location location) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An argument, or a field of an input object.</summary>
public sealed class InputValueDefinitionNode(
    StringValueNode? description,
    Name name,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives,
    Location location) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary><c>union</c>.</summary>
public sealed class UnionTypeDefinitionNode(
    StringValueNode? description,
    bool isExtension,
    Name name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> members,
    Location location) : TypeDefinitionNode(description, isExtension, name, directives, location)
{
    public IReadOnlyList<NamedTypeNode> Members { get; } = members;
}

/// <summary><c>enum</c>.</summary>
public sealed class EnumTypeDefinitionNode(
    StringValueNode? description,
    bool isExtension,
    Name name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<EnumValueDefinitionNode> values,
    Location location) : TypeDefinitionNode(description, isExtension, name, directives, location)
{
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>One value of an enum.</summary>
public sealed class EnumValueDefinitionNode(
    StringValueNode? description, Name name, IReadOnlyList<DirectiveNode> directives, Location location) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;

    public Name Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary><c>input</c>.</summary>
public sealed class InputObjectTypeDefinitionNode(
    StringValueNode? description,
    bool isExtension,
    Name name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<InputValueDefinitionNode> fields,
    Location location) : TypeDefinitionNode(description, isExtension, name, directives, location)
{
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>directive</c>.</summary>
public sealed class DirectiveDefinitionNode(
    StringValueNode? description,
    Name name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    IReadOnlyList<Name> locations,
    Location location) : DefinitionNode(description, location)
{
    public Name Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public IReadOnlyList<Name> Locations { get; } = locations;
}
