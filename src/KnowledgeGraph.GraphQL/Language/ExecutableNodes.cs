namespace KnowledgeGraph.GraphQL.Language;

/// <summary>What an operation does with the data.</summary>
public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>A query, a mutation or a subscription.</summary>
public sealed class OperationDefinitionNode(
    StringValueNode? description,
    OperationType operation,
    Name? name,
    IReadOnlyList<VariableDefinitionNode> variables,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    Location location) : DefinitionNode(description, location)
{
    public OperationType Operation { get; } = operation;

    public Name? Name { get; } = name;

    public IReadOnlyList<VariableDefinitionNode> Variables { get; } = variables;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A variable that an operation takes.</summary>
public sealed class VariableDefinitionNode(
    StringValueNode? description,
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives,
    Location location) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A selection set with a name and a type condition, to be spread elsewhere.</summary>
public sealed class FragmentDefinitionNode(
    StringValueNode? description,
    Name name,
    NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    Location location) : DefinitionNode(description, location)
{
    public Name Name { get; } = name;

    public NamedTypeNode TypeCondition { get; } = typeCondition;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>What is asked of one object: everything between braces.</summary>
public sealed class SelectionSetNode(IReadOnlyList<SelectionNode> selections, Location location) : SyntaxNode(location)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class SelectionNode(IReadOnlyList<DirectiveNode> directives, Location location) : SyntaxNode(location)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A field that is asked for.</summary>
public sealed class FieldNode(
    Name? alias,
    Name name,
    IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode? selectionSet,
    Location location) : SelectionNode(directives, location)
{
    public Name? Alias { get; } = alias;

    public Name Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key of the field in the response: its alias or its name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>The place where a fragment's selections are wanted.</summary>
public sealed class FragmentSpreadNode(Name name, IReadOnlyList<DirectiveNode> directives, Location location)
    : SelectionNode(directives, location)
{
    public Name Name { get; } = name;
}

/// <summary>Selections for objects of a type, or under a directive, written where they are wanted.</summary>
public sealed class InlineFragmentNode(
    NamedTypeNode? typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet, Location location)
    : SelectionNode(directives, location)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A value given to an argument.</summary>
public sealed class ArgumentNode(Name name, ValueNode value, Location location) : SyntaxNode(location)
{
    public Name Name { get; } = name;

    public ValueNode Value { get; } = value;
}

/// <summary>A directive applied to a part of a document.</summary>
public sealed class DirectiveNode(Name name, IReadOnlyList<ArgumentNode> arguments, Location location) : SyntaxNode(location)
{
    public Name Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}
