namespace KnowledgeGraph.GraphQL.Language;

// Sections 2.2 and 2.3 of the specification.
internal ref partial struct Parser
{
    // Document : Definition+    https://spec.graphql.org/September2025/#Document
    public DocumentNode ParseDocument()
    {
        var definitions = new List<DefinitionNode>();
        do
        {
            if (definitions.Count == _options.MaxDefinitions)
                throw SyntaxErrors.TooManyDefinitions(_options.MaxDefinitions, _token.Location);

            definitions.Add(ParseDefinition());
        }
        while (!IsAt(TokenKind.EndOfFile));

        return new DocumentNode(definitions);
    }

    // Definition : ExecutableDefinition | TypeSystemDefinitionOrExtension
    private DefinitionNode ParseDefinition()
    {
        if (IsAt(TokenKind.LeftBrace))
            return ParseAnonymousQuery();

        var start = _token.Location;
        var description = ParseDescription();
        if (!IsAt(TokenKind.Name))
        {
            if (description is not null && IsAt(TokenKind.LeftBrace))
                throw SyntaxErrors.DescriptionNotAllowed(start);
            throw Unexpected();
        }

        if (ParseOperationType() is { } operation)
            return ParseOperation(operation, description, start);
        if (IsAtKeyword("fragment"u8))
            return ParseFragment(description, start);
        if (IsAtKeyword("extend"u8))
        {
            if (description is not null)
                throw SyntaxErrors.DescriptionNotAllowed(start);
            Take();
            return ParseTypeSystemDefinition(null, isExtension: true, start);
        }

        return ParseTypeSystemDefinition(description, isExtension: false, start);
    }

    private OperationDefinitionNode ParseAnonymousQuery()
    {
        var start = _token.Location;
        return new OperationDefinitionNode(null, OperationType.Query, null, [], [], ParseSelectionSet(), start);
    }

    private readonly OperationType? ParseOperationType()
    {
        if (IsAtKeyword("query"u8))
            return OperationType.Query;
        if (IsAtKeyword("mutation"u8))
            return OperationType.Mutation;
        return IsAtKeyword("subscription"u8) ? OperationType.Subscription : null;
    }

    // OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet
    private OperationDefinitionNode ParseOperation(OperationType operation, StringValueNode? description, Location start)
    {
        Take();
        var name = IsAt(TokenKind.Name) ? ParseName() : (Name?)null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        return new OperationDefinitionNode(description, operation, name, variables, directives, ParseSelectionSet(), start);
    }

    // VariablesDefinition : ( VariableDefinition+ )
    private IReadOnlyList<VariableDefinitionNode> ParseVariableDefinitions()
    {
        if (!TrySkip(TokenKind.LeftParenthesis))
            return [];

        var definitions = new List<VariableDefinitionNode>();
        do
        {
            definitions.Add(ParseVariableDefinition());
        }
        while (!TrySkip(TokenKind.RightParenthesis));

        return definitions;
    }

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = TrySkip(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
        return new VariableDefinitionNode(description, variable, type, defaultValue, ParseDirectives(isConstant: true), start);
    }

    // FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    private FragmentDefinitionNode ParseFragment(StringValueNode? description, Location start)
    {
        Take();
        var name = ParseFragmentName();
        ExpectKeyword("on"u8);
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        return new FragmentDefinitionNode(description, name, typeCondition, directives, ParseSelectionSet(), start);
    }

    // FragmentName : Name but not on
    private Name ParseFragmentName() => IsAtKeyword("on"u8) ? throw Unexpected() : ParseName();

    // Description : StringValue
    private StringValueNode? ParseDescription() =>
        IsAt(TokenKind.String) || IsAt(TokenKind.BlockString) ? ParseString() : null;
}
