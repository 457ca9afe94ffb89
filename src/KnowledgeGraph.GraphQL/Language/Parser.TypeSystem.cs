using System.Text;

namespace KnowledgeGraph.GraphQL.Language;

// Section 3 of the specification.
internal ref partial struct Parser
{
    private DefinitionNode ParseTypeSystemDefinition(StringValueNode? description, bool isExtension, Location start)
    {
        if (!IsAt(TokenKind.Name))
            throw Unexpected();

        switch (Encoding.UTF8.GetString(Bytes(_token)))
        {
            case "schema":
                return ParseSchemaDefinition(description, isExtension, start);
            case "scalar":
                return ParseScalar(description, isExtension, start);
            case "type":
                return ParseObjectType(description, isExtension, start);
            case "interface":
                return ParseInterface(description, isExtension, start);
            case "union":
                return ParseUnion(description, isExtension, start);
            case "enum":
                return ParseEnum(description, isExtension, start);
            case "input":
                return ParseInputObject(description, isExtension, start);
            case "directive" when !isExtension:
                return ParseDirectiveDefinition(description, start);
            default:
                throw Unexpected();
        }
    }

    // SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    // SchemaExtension : extend schema Directives[Const]? { RootOperationTypeDefinition+ } | extend schema Directives[Const]
    private SchemaDefinitionNode ParseSchemaDefinition(StringValueNode? description, bool isExtension, Location start)
    {
        Take();
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = new List<OperationTypeDefinitionNode>();
        if (!isExtension || directives.Count == 0 || IsAt(TokenKind.LeftBrace))
        {
            Expect(TokenKind.LeftBrace);
            do
            {
                operationTypes.Add(ParseOperationTypeDefinition());
            }
            while (!TrySkip(TokenKind.RightBrace));
        }

        return new SchemaDefinitionNode(description, isExtension, directives, operationTypes, start);
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _token.Location;
        var operation = ParseOperationType() ?? throw Unexpected();
        Take();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType(), start);
    }

    // ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    private ScalarTypeDefinitionNode ParseScalar(StringValueNode? description, bool isExtension, Location start)
    {
        Take();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        ExpectContent(isExtension, directives.Count);
        return new ScalarTypeDefinitionNode(description, isExtension, name, directives, start);
    }

    // ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private ObjectTypeDefinitionNode ParseObjectType(StringValueNode? description, bool isExtension, Location start)
    {
        Take();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        ExpectContent(isExtension, interfaces.Count + directives.Count + fields.Count);
        return new ObjectTypeDefinitionNode(description, isExtension, name, interfaces, directives, fields, start);
    }

    // InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private InterfaceTypeDefinitionNode ParseInterface(StringValueNode? description, bool isExtension, Location start)
    {
        Take();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        ExpectContent(isExtension, interfaces.Count + directives.Count + fields.Count);
        return new InterfaceTypeDefinitionNode(description, isExtension, name, interfaces, directives, fields, start);
    }

    // An extension says something.
    private readonly void ExpectContent(bool isExtension, int parts)
    {
        if (isExtension && parts == 0)
            throw Unexpected();
    }

    // ImplementsInterfaces : implements &? NamedType (& NamedType)*
    private IReadOnlyList<NamedTypeNode> ParseImplementsInterfaces()
    {
        if (!TrySkipKeyword("implements"u8))
            return [];

        TrySkip(TokenKind.Ampersand);
        var interfaces = new List<NamedTypeNode>();
        do
        {
            interfaces.Add(ParseNamedType());
        }
        while (TrySkip(TokenKind.Ampersand));

        return interfaces;
    }

    // FieldsDefinition : { FieldDefinition+ }
    private IReadOnlyList<FieldDefinitionNode> ParseFieldDefinitions()
    {
        if (!TrySkip(TokenKind.LeftBrace))
            return [];

        var fields = new List<FieldDefinitionNode>();
        do
        {
            fields.Add(ParseFieldDefinition());
        }
        while (!TrySkip(TokenKind.RightBrace));

        return fields;
    }

    // FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        Expect(TokenKind.Colon);
        var type = ParseType();
        return new FieldDefinitionNode(description, name, arguments, type, ParseDirectives(isConstant: true), start);
    }

    // ArgumentsDefinition : ( InputValueDefinition+ )
    private IReadOnlyList<InputValueDefinitionNode> ParseArgumentDefinitions() =>
        TrySkip(TokenKind.LeftParenthesis) ? ParseInputValues(TokenKind.RightParenthesis) : [];

    private List<InputValueDefinitionNode> ParseInputValues(TokenKind end)
    {
        var values = new List<InputValueDefinitionNode>();
        do
        {
            values.Add(ParseInputValue());
        }
        while (!TrySkip(end));

        return values;
    }

    // InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    private InputValueDefinitionNode ParseInputValue()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = TrySkip(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
        return new InputValueDefinitionNode(description, name, type, defaultValue, ParseDirectives(isConstant: true), start);
    }

    // UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    private UnionTypeDefinitionNode ParseUnion(StringValueNode? description, bool isExtension, Location start)
    {
        Take();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var members = new List<NamedTypeNode>();
        if (TrySkip(TokenKind.EqualsSign))
        {
            TrySkip(TokenKind.Pipe);
            do
            {
                members.Add(ParseNamedType());
            }
            while (TrySkip(TokenKind.Pipe));
        }

        ExpectContent(isExtension, directives.Count + members.Count);
        return new UnionTypeDefinitionNode(description, isExtension, name, directives, members, start);
    }

    // EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?
    private EnumTypeDefinitionNode ParseEnum(StringValueNode? description, bool isExtension, Location start)
    {
        Take();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = new List<EnumValueDefinitionNode>();
        if (TrySkip(TokenKind.LeftBrace))
        {
            do
            {
                values.Add(ParseEnumValue());
            }
            while (!TrySkip(TokenKind.RightBrace));
        }

        ExpectContent(isExtension, directives.Count + values.Count);
        return new EnumTypeDefinitionNode(description, isExtension, name, directives, values, start);
    }

    // EnumValueDefinition : Description? EnumValue Directives[Const]?
    private EnumValueDefinitionNode ParseEnumValue()
    {
        var start = _token.Location;
        var description = ParseDescription();
        if (IsAtKeyword("true"u8) || IsAtKeyword("false"u8) || IsAtKeyword("null"u8))
            throw Unexpected();

        return new EnumValueDefinitionNode(description, ParseName(), ParseDirectives(isConstant: true), start);
    }

    // InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?
    private InputObjectTypeDefinitionNode ParseInputObject(StringValueNode? description, bool isExtension, Location start)
    {
        Take();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        IReadOnlyList<InputValueDefinitionNode> fields = TrySkip(TokenKind.LeftBrace) ? ParseInputValues(TokenKind.RightBrace) : [];
        ExpectContent(isExtension, directives.Count + fields.Count);
        return new InputObjectTypeDefinitionNode(description, isExtension, name, directives, fields, start);
    }

    // DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations
    private DirectiveDefinitionNode ParseDirectiveDefinition(StringValueNode? description, Location start)
    {
        Take();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = TrySkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        TrySkip(TokenKind.Pipe);
        var locations = new List<Name>();
        do
        {
            if (!IsAt(TokenKind.Name) || !DirectiveLocationNames.TryRead(Text(_token), out _))
                throw Unexpected();
            locations.Add(ParseName());
        }
        while (TrySkip(TokenKind.Pipe));

        return new DirectiveDefinitionNode(description, name, arguments, isRepeatable, locations, start);
    }
}
