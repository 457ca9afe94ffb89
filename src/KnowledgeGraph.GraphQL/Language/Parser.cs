using System.Text;

namespace KnowledgeGraph.GraphQL.Language;

/// <summary>Reads a document by recursive descent: one method a production, a file a chapter of the specification.</summary>
/// <remarks>The depth of every recursion is counted against <see cref="ParserOptions.MaxDepth"/>, so that no document can exhaust the stack.</remarks>
internal ref partial struct Parser
{
    private readonly ParserOptions _options;
    private Lexer _lexer;
    private Token _token;
    private int _tokens;
    private int _depth;
    private int _aliases;
    private int _directives;

    public Parser(ReadOnlySpan<byte> utf8, ParserOptions? options)
    {
        _options = options ?? ParserOptions.Default;
        if (utf8.Length > _options.MaxBytes)
            throw SyntaxErrors.TooManyBytes(_options.MaxBytes);

        _lexer = new Lexer(utf8);
        _token = _lexer.Next();
    }

    public ValueNode ParseSingleValue()
    {
        var value = ParseValue(isConstant: false);
        ExpectEndOfFile();
        return value;
    }

    public TypeNode ParseSingleType()
    {
        var type = ParseType();
        ExpectEndOfFile();
        return type;
    }

    private readonly bool IsAt(TokenKind kind) => _token.Kind == kind;

    private readonly bool IsAtKeyword(ReadOnlySpan<byte> word) => IsAt(TokenKind.Name) && Bytes(_token).SequenceEqual(word);

    private readonly ReadOnlySpan<byte> Bytes(Token token) => _lexer.Source[token.Start..token.End];

    private readonly string Text(Token token) => Encoding.UTF8.GetString(Bytes(token));

    private Token Take()
    {
        var taken = _token;
        if (++_tokens > _options.MaxTokens)
            throw SyntaxErrors.TooManyTokens(_options.MaxTokens, taken.Location);

        _token = _lexer.Next();
        return taken;
    }

    private bool TrySkip(TokenKind kind)
    {
        if (!IsAt(kind))
            return false;

        Take();
        return true;
    }

    private bool TrySkipKeyword(ReadOnlySpan<byte> word)
    {
        if (!IsAtKeyword(word))
            return false;

        Take();
        return true;
    }

    private Token Expect(TokenKind kind) =>
        IsAt(kind) ? Take() : throw SyntaxErrors.Expected(Token.Describe(kind), Found(), _token.Location);

    private void ExpectKeyword(ReadOnlySpan<byte> word)
    {
        if (!TrySkipKeyword(word))
            throw SyntaxErrors.Expected($"\"{Encoding.UTF8.GetString(word)}\"", Found(), _token.Location);
    }

    private readonly void ExpectEndOfFile()
    {
        if (!IsAt(TokenKind.EndOfFile))
            throw SyntaxErrors.Expected("<EOF>", Found(), _token.Location);
    }

    private readonly GraphQLSyntaxException Unexpected() => SyntaxErrors.Unexpected(Found(), _token.Location);

    private readonly string Found()
    {
        if (_token.Kind < TokenKind.Name)
            return Token.Describe(_token.Kind);

        // A message does not repeat more of a hostile document than is needed to find the place.
        var text = Bytes(_token);
        return $"{Token.Describe(_token.Kind)} \"{Encoding.UTF8.GetString(text[..Math.Min(text.Length, 64)]).Trim('"')}\"";
    }

    private void Enter()
    {
        if (++_depth > _options.MaxDepth)
            throw SyntaxErrors.TooDeep(_options.MaxDepth, _token.Location);
    }

    private void Leave() => _depth--;

    // Name    https://spec.graphql.org/September2025/#Name
    private Name ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new Name(Text(token), token.Location);
    }
}
