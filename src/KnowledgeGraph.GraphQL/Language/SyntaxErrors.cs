namespace KnowledgeGraph.GraphQL.Language;

/// <summary>Everything that the lexer and the parser can say about a document, in one place and in one voice.</summary>
internal static class SyntaxErrors
{
    public static GraphQLSyntaxException Unexpected(string found, Location at) => Error($"Unexpected {found}.", at);

    public static GraphQLSyntaxException Expected(string expected, string found, Location at) =>
        Error($"Expected {expected}, found {found}.", at);

    public static GraphQLSyntaxException NotUtf8(Location at) => Error("The document is not valid UTF-8.", at);

    public static GraphQLSyntaxException UnexpectedCharacter(string character, Location at) =>
        Error($"Unexpected character: {character}.", at);

    public static GraphQLSyntaxException SingleQuote(Location at) =>
        Error("Unexpected single quote character ('), did you mean to use a double quote (\")?", at);

    public static GraphQLSyntaxException InvalidNumber(string found, Location at) =>
        Error($"Invalid number, expected digit but got: {found}.", at);

    public static GraphQLSyntaxException DigitAfterZero(string found, Location at) =>
        Error($"Invalid number, unexpected digit after 0: {found}.", at);

    public static GraphQLSyntaxException UnterminatedString(Location at) => Error("Unterminated string.", at);

    public static GraphQLSyntaxException InvalidEscape(string sequence, Location at) =>
        Error($"Invalid character escape sequence: \"{sequence}\".", at);

    public static GraphQLSyntaxException InvalidUnicodeEscape(string sequence, Location at) =>
        Error($"Invalid Unicode escape sequence: \"{sequence}\".", at);

    public static GraphQLSyntaxException VariableInConstant(string name, Location at) =>
        Error($"Unexpected variable \"${name}\" in constant value.", at);

    public static GraphQLSyntaxException DescriptionNotAllowed(Location at) =>
        Error("Unexpected description, descriptions are supported only on definitions.", at);

    public static GraphQLSyntaxException TooManyBytes(int limit) =>
        Error($"Document contains more than {limit} bytes. Parsing aborted.", new Location(1, 1));

    public static GraphQLSyntaxException TooManyTokens(int limit, Location at) =>
        Error($"Document contains more than {limit} tokens. Parsing aborted.", at);

    public static GraphQLSyntaxException TooDeep(int limit, Location at) =>
        Error($"Document nests more than {limit} levels. Parsing aborted.", at);

    public static GraphQLSyntaxException TooManyDefinitions(int limit, Location at) =>
        Error($"Document contains more than {limit} definitions. Parsing aborted.", at);

    public static GraphQLSyntaxException TooManyAliases(int limit, Location at) =>
        Error($"Document contains more than {limit} aliases. Parsing aborted.", at);

    public static GraphQLSyntaxException TooManyDirectives(int limit, Location at) =>
        Error($"Document contains more than {limit} directives. Parsing aborted.", at);

    private static GraphQLSyntaxException Error(string message, Location at) => new("Syntax Error: " + message, at);
}
