namespace KnowledgeGraph.GraphQL.Language;

// Sections 2.10 to 2.12 of the specification.
internal ref partial struct Parser
{
    // Value    https://spec.graphql.org/September2025/#Value
    private ValueNode ParseValue(bool isConstant)
    {
        switch (_token.Kind)
        {
            case TokenKind.Dollar:
                var variable = ParseVariable();
                return isConstant ? throw SyntaxErrors.VariableInConstant(variable.Name.Value, variable.Location) : variable;
            case TokenKind.Int:
                var integer = Take();
                return new IntValueNode(Text(integer), integer.Location);
            case TokenKind.Float:
                var number = Take();
                return new FloatValueNode(Text(number), number.Location);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.LeftBracket:
                return ParseList(isConstant);
            case TokenKind.LeftBrace:
                return ParseObject(isConstant);
            default:
                throw Unexpected();
        }
    }

    // Variable : $ Name
    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Location;
        return new VariableNode(ParseName(), start);
    }

    private StringValueNode ParseString()
    {
        var token = Take();
        return token.Kind == TokenKind.BlockString
            ? new StringValueNode(StringValue.ReadBlock(Bytes(token)), true, token.Location)
            : new StringValueNode(StringValue.Read(Bytes(token), token.Location), false, token.Location);
    }

    // BooleanValue : one of true false        NullValue : null        EnumValue : Name but not true, false or null
    private ValueNode ParseNamedValue()
    {
        var name = ParseName();
        return name.Value switch
        {
            "true" => new BooleanValueNode(true, name.Location),
            "false" => new BooleanValueNode(false, name.Location),
            "null" => new NullValueNode(name.Location),
            _ => new EnumValueNode(name.Value, name.Location),
        };
    }

    // ListValue : [ ] | [ Value+ ]
    private ListValueNode ParseList(bool isConstant)
    {
        Enter();
        var start = Expect(TokenKind.LeftBracket).Location;
        var values = new List<ValueNode>();
        while (!TrySkip(TokenKind.RightBracket))
            values.Add(ParseValue(isConstant));

        Leave();
        return new ListValueNode(values, start);
    }

    // ObjectValue : { } | { ObjectField+ }        ObjectField : Name : Value
    private ObjectValueNode ParseObject(bool isConstant)
    {
        Enter();
        var start = Expect(TokenKind.LeftBrace).Location;
        var fields = new List<ObjectFieldNode>();
        while (!TrySkip(TokenKind.RightBrace))
        {
            var name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name, ParseValue(isConstant), name.Location));
        }

        Leave();
        return new ObjectValueNode(fields, start);
    }

    // Type : NamedType | ListType | NonNullType
    private TypeNode ParseType()
    {
        TypeNode type;
        var start = _token.Location;
        if (IsAt(TokenKind.LeftBracket))
        {
            Enter();
            Take();
            type = new ListTypeNode(ParseType(), start);
            Expect(TokenKind.RightBracket);
            Leave();
        }
        else
        {
            type = ParseNamedType();
        }

        return TrySkip(TokenKind.Bang) ? new NonNullTypeNode(type, start) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Value, name.Location);
    }
}
