namespace KnowledgeGraph.GraphQL.Language;

// The definitions of section 3.
internal sealed partial class PrintWriter
{
    private void Description(StringValueNode? description)
    {
        if (description is null)
            return;

        if (IsPlainText(description.Value))
        {
            Append("\"\"\"");
            foreach (var line in description.Value.Replace("\"\"\"", "\\\"\"\"").Split('\n'))
            {
                if (line.Length > 0)
                    Line().Append(line);
                else
                    _text.Append('\n');
            }

            Line().Append("\"\"\"");
        }
        else
        {
            Append(Printer.Quote(description.Value));
        }

        Line();
    }

    // A block string gives back only what begins and ends with a line that is not blank or indented, and has nothing to escape.
    private static bool IsPlainText(string value)
    {
        if (value.Length == 0)
            return false;

        var lines = value.Split('\n');
        return !string.IsNullOrWhiteSpace(lines[0]) && !string.IsNullOrWhiteSpace(lines[^1])
            && !value.EndsWith('\\') && !value.AsSpan().ContainsAnyInRange('\0', '\u0008') && !value.AsSpan().ContainsAnyInRange('\u000B', '\u001F')
            && Array.Exists(lines, line => line.Length > 0 && line[0] is not (' ' or '\t'))
            && !char.IsWhiteSpace(lines[0][0]);
    }

    private void TypeSystemDefinition(DefinitionNode definition)
    {
        if (definition is TypeDefinitionNode { IsExtension: true } or SchemaDefinitionNode { IsExtension: true })
            Append("extend ");

        switch (definition)
        {
            case SchemaDefinitionNode schema:
                Append("schema").Directives(schema.Directives);
                OptionalBlock(schema.OperationTypes, OperationType);
                break;
            case ScalarTypeDefinitionNode scalar:
                Append("scalar ").Append(scalar.Name.Value).Directives(scalar.Directives);
                break;
            case FieldsDefinitionNode type:
                Append(type is ObjectTypeDefinitionNode ? "type " : "interface ").Append(type.Name.Value);
                if (type.Interfaces.Count > 0)
                    Append(" implements ").Append(string.Join(" & ", type.Interfaces.Select(node => node.Name)));
                Directives(type.Directives);
                OptionalBlock(type.Fields, FieldDefinition);
                break;
            case UnionTypeDefinitionNode union:
                Append("union ").Append(union.Name.Value).Directives(union.Directives);
                if (union.Members.Count > 0)
                    Append(" = ").Append(string.Join(" | ", union.Members.Select(node => node.Name)));
                break;
            case EnumTypeDefinitionNode @enum:
                Append("enum ").Append(@enum.Name.Value).Directives(@enum.Directives);
                OptionalBlock(@enum.Values, EnumValue);
                break;
            case InputObjectTypeDefinitionNode input:
                Append("input ").Append(input.Name.Value).Directives(input.Directives);
                OptionalBlock(input.Fields, InputValue);
                break;
            case DirectiveDefinitionNode directive:
                Append("directive @").Append(directive.Name.Value).ArgumentDefinitions(directive.Arguments);
                Append(directive.IsRepeatable ? " repeatable on " : " on ").Append(string.Join(" | ", directive.Locations));
                break;
        }
    }

    private void OptionalBlock<T>(IReadOnlyList<T> items, Action<T> print)
    {
        if (items.Count == 0)
            return;

        Append(" ");
        Block(items, print);
    }

    public void OperationType(OperationTypeDefinitionNode definition) =>
        Append(Keyword(definition.Operation)).Append(": ").Append(definition.Type.Name);

    public void FieldDefinition(FieldDefinitionNode field)
    {
        Description(field.Description);
        Append(field.Name.Value).ArgumentDefinitions(field.Arguments);
        Append(": ").Type(field.Type);
        Directives(field.Directives);
    }

    private void ArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        if (arguments.Count == 0)
            return;

        if (arguments.Any(argument => argument.Description is not null))
        {
            Append("(");
            _indent++;
            foreach (var argument in arguments)
            {
                Line();
                InputValue(argument);
            }

            _indent--;
            Line().Append(")");
        }
        else
        {
            List("(", arguments, InputValue, ")");
        }
    }

    public void InputValue(InputValueDefinitionNode value)
    {
        Description(value.Description);
        Append(value.Name.Value).Append(": ").Type(value.Type);
        if (value.DefaultValue is { } defaultValue)
            Append(" = ").Value(defaultValue);
        Directives(value.Directives);
    }

    public void EnumValue(EnumValueDefinitionNode value)
    {
        Description(value.Description);
        Append(value.Name.Value).Directives(value.Directives);
    }
}
