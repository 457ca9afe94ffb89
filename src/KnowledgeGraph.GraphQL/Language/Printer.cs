using System.Text;

namespace KnowledgeGraph.GraphQL.Language;

/// <summary>Prints a syntax tree as a document that parses to the same tree.</summary>
public static class Printer
{
    public static string Print(SyntaxNode node)
    {
        var writer = new PrintWriter();
        switch (node)
        {
            case DocumentNode document:
                writer.Document(document);
                break;
            case DefinitionNode definition:
                writer.Definition(definition);
                break;
            case SelectionSetNode selectionSet:
                writer.SelectionSet(selectionSet);
                break;
            case SelectionNode selection:
                writer.Selection(selection);
                break;
            case ValueNode value:
                writer.Value(value);
                break;
            case TypeNode type:
                writer.Type(type);
                break;
            case ArgumentNode argument:
                writer.Argument(argument);
                break;
            case DirectiveNode directive:
                writer.Directives([directive]);
                break;
            case ObjectFieldNode field:
                writer.Append(field.Name.Value).Append(": ").Value(field.Value);
                break;
            case VariableDefinitionNode variable:
                writer.VariableDefinition(variable);
                break;
            case FieldDefinitionNode field:
                writer.FieldDefinition(field);
                break;
            case InputValueDefinitionNode value:
                writer.InputValue(value);
                break;
            case EnumValueDefinitionNode value:
                writer.EnumValue(value);
                break;
            case OperationTypeDefinitionNode operationType:
                writer.OperationType(operationType);
                break;
        }

        return writer.ToString().Trim();
    }

    /// <summary>A string literal with escapes, for a value of one line.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                < ' ' or (>= '\u007F' and < '\u00A0') => quoted.Append($"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
