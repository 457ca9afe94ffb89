using System.Text;

namespace KnowledgeGraph.GraphQL.Language;

/// <summary>Writes executable definitions for <see cref="Printer"/>, two spaces a level.</summary>
internal sealed partial class PrintWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    public override string ToString() => _text.ToString();

    public PrintWriter Append(string text)
    {
        _text.Append(text);
        return this;
    }

    public void Document(DocumentNode document)
    {
        DefinitionNode? previous = null;
        foreach (var definition in document.Definitions)
        {
            if (_text.Length > 0)
                Line().Line();
            if (MayHaveBody(previous) && definition is OperationDefinitionNode operation && IsShort(operation))
                Append("query ");
            Definition(definition);
            previous = definition;
        }
    }

    public void Definition(DefinitionNode definition)
    {
        Description(definition.Description);
        switch (definition)
        {
            case OperationDefinitionNode operation:
                Operation(operation);
                break;
            case FragmentDefinitionNode fragment:
                Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name);
                Directives(fragment.Directives);
                Append(" ").SelectionSet(fragment.SelectionSet);
                break;
            default:
                TypeSystemDefinition(definition);
                break;
        }
    }

    private void Operation(OperationDefinitionNode operation)
    {
        if (!IsShort(operation))
        {
            Append(Keyword(operation.Operation));
            if (operation.Name is { } name)
                Append(" ").Append(name.Value);
            else if (operation.Variables.Count > 0)
                Append(" ");
            Variables(operation.Variables);
            Directives(operation.Directives);
            Append(" ");
        }

        SelectionSet(operation.SelectionSet);
    }

    private static bool IsShort(OperationDefinitionNode operation) =>
        operation.Operation == Language.OperationType.Query && operation.Name is null && operation.Variables.Count == 0
        && operation.Directives.Count == 0 && operation.Description is null;

    // Braces after "extend schema @d" or "type T" would be read as its body.
    private static bool MayHaveBody(DefinitionNode? definition) => definition is not (null or OperationDefinitionNode or FragmentDefinitionNode);

    private static string Keyword(OperationType operation) => operation switch
    {
        Language.OperationType.Query => "query",
        Language.OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private void Variables(IReadOnlyList<VariableDefinitionNode> variables)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            Append(i == 0 ? "(" : ", ");
            VariableDefinition(variables[i]);
        }

        if (variables.Count > 0)
            Append(")");
    }

    public void VariableDefinition(VariableDefinitionNode variable)
    {
        if (variable.Description is { } description)
            Append(Printer.Quote(description.Value)).Append(" ");
        Append("$").Append(variable.Variable.Name.Value).Append(": ").Type(variable.Type);
        if (variable.DefaultValue is { } value)
            Append(" = ").Value(value);
        Directives(variable.Directives);
    }

    public void SelectionSet(SelectionSetNode selectionSet) => Block(selectionSet.Selections, Selection);

    public void Selection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                if (field.Alias is { } alias)
                    Append(alias.Value).Append(": ");
                Append(field.Name.Value).Arguments(field.Arguments);
                Directives(field.Directives);
                if (field.SelectionSet is { } selectionSet)
                    Append(" ").SelectionSet(selectionSet);
                break;
            case FragmentSpreadNode spread:
                Append("...").Append(spread.Name.Value).Directives(spread.Directives);
                break;
            case InlineFragmentNode inline:
                Append("...");
                if (inline.TypeCondition is { } typeCondition)
                    Append(" on ").Append(typeCondition.Name);
                Directives(inline.Directives);
                Append(" ").SelectionSet(inline.SelectionSet);
                break;
        }
    }

    private void Arguments(IReadOnlyList<ArgumentNode> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            Append(i == 0 ? "(" : ", ");
            Argument(arguments[i]);
        }

        if (arguments.Count > 0)
            Append(")");
    }

    public void Argument(ArgumentNode argument) => Append(argument.Name.Value).Append(": ").Value(argument.Value);

    public void Directives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
            Append(" @").Append(directive.Name.Value).Arguments(directive.Arguments);
    }

    public void Type(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                Append(named.Name);
                break;
            case ListTypeNode list:
                Append("[").Type(list.ElementType);
                Append("]");
                break;
            case NonNullTypeNode nonNull:
                Type(nonNull.Type);
                Append("!");
                break;
        }
    }

    public void Value(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                Append("$").Append(variable.Name.Value);
                break;
            case IntValueNode integer:
                Append(integer.Value);
                break;
            case FloatValueNode number:
                Append(number.Value);
                break;
            case StringValueNode text:
                Append(Printer.Quote(text.Value));
                break;
            case BooleanValueNode boolean:
                Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                Append("null");
                break;
            case EnumValueNode enumValue:
                Append(enumValue.Value);
                break;
            case ListValueNode list:
                List("[", list.Values, Value, "]");
                break;
            case ObjectValueNode @object:
                List("{", @object.Fields, field => Append(field.Name.Value).Append(": ").Value(field.Value), "}");
                break;
        }
    }

    private void List<T>(string open, IReadOnlyList<T> items, Action<T> print, string close)
    {
        Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                Append(", ");
            print(items[i]);
        }

        Append(close);
    }

    private void Block<T>(IReadOnlyList<T> items, Action<T> print)
    {
        Append("{");
        _indent++;
        foreach (var item in items)
        {
            Line();
            print(item);
        }

        _indent--;
        Line().Append("}");
    }

    private PrintWriter Line()
    {
        _text.Append('\n').Append(' ', 2 * _indent);
        return this;
    }
}
