namespace KnowledgeGraph.GraphQL.Language;

// Sections 2.4 to 2.8 and 2.13 of the specification.
internal ref partial struct Parser
{
    // SelectionSet : { Selection+ }    https://spec.graphql.org/September2025/#SelectionSet
    private SelectionSetNode ParseSelectionSet()
    {
        Enter();
        var start = Expect(TokenKind.LeftBrace).Location;
        var selections = new List<SelectionNode>();
        do
        {
            selections.Add(IsAt(TokenKind.Spread) ? ParseFragmentSelection() : ParseField());
        }
        while (!TrySkip(TokenKind.RightBrace));

        Leave();
        return new SelectionSetNode(selections, start);
    }

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    private FieldNode ParseField()
    {
        var start = _token.Location;
        var name = ParseName();
        Name? alias = null;
        if (IsAt(TokenKind.Colon))
        {
            if (++_aliases > _options.MaxAliases)
                throw SyntaxErrors.TooManyAliases(_options.MaxAliases, start);

            Take();
            (alias, name) = (name, ParseName());
        }

        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = IsAt(TokenKind.LeftBrace) ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selectionSet, start);
    }

    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    private SelectionNode ParseFragmentSelection()
    {
        var start = Expect(TokenKind.Spread).Location;
        var hasTypeCondition = TrySkipKeyword("on"u8);
        if (!hasTypeCondition && IsAt(TokenKind.Name))
            return new FragmentSpreadNode(ParseName(), ParseDirectives(isConstant: false), start);

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        return new InlineFragmentNode(typeCondition, directives, ParseSelectionSet(), start);
    }

    // Arguments : ( Argument+ )
    private IReadOnlyList<ArgumentNode> ParseArguments(bool isConstant)
    {
        if (!TrySkip(TokenKind.LeftParenthesis))
            return [];

        var arguments = new List<ArgumentNode>();
        do
        {
            var name = ParseName();
            Expect(TokenKind.Colon);
            arguments.Add(new ArgumentNode(name, ParseValue(isConstant), name.Location));
        }
        while (!TrySkip(TokenKind.RightParenthesis));

        return arguments;
    }

    // Directives : Directive+        Directive : @ Name Arguments?
    private IReadOnlyList<DirectiveNode> ParseDirectives(bool isConstant)
    {
        if (!IsAt(TokenKind.At))
            return [];

        var directives = new List<DirectiveNode>();
        while (IsAt(TokenKind.At))
        {
            if (++_directives > _options.MaxDirectives)
                throw SyntaxErrors.TooManyDirectives(_options.MaxDirectives, _token.Location);

            var start = Take().Location;
            directives.Add(new DirectiveNode(ParseName(), ParseArguments(isConstant), start));
        }

        return directives;
    }
}
