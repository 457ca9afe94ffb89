using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Names one element of a schema: <c>Person</c>, <c>Person.name</c>, <c>Query.person(id:)</c>, <c>@deprecated</c> or <c>@deprecated(reason:)</c>.</summary>
/// <param name="Name">The name of a type, or of a directive without its <c>@</c>.</param>
/// <param name="Member">The name of a field, input field or enum value.</param>
/// <param name="Argument">The name of an argument.</param>
/// <param name="IsDirective">Whether a directive is meant.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
public sealed record SchemaCoordinate(string Name, string? Member, string? Argument, bool IsDirective)
{
    /// <exception cref="GraphQLSyntaxException">The text is no coordinate. Unlike in documents, nothing may stand between its parts.</exception>
    public static SchemaCoordinate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Reader(text).Read();
    }

    /// <summary>Finds the element in a schema.</summary>
    /// <returns>
    /// A <see cref="NamedType"/>, <see cref="FieldDefinition"/>, <see cref="InputValue"/>, <see cref="EnumValueDefinition"/> or
    /// <see cref="DirectiveDefinition"/>; null where the schema has no such element.
    /// </returns>
    public object? Resolve(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (IsDirective)
        {
            var directive = schema.FindDirective(Name);
            return Argument is null ? directive : directive?.FindArgument(Argument);
        }

        var type = schema.FindType(Name);
        if (Member is null)
            return type;

        var member = MemberOf(schema, type);
        return Argument is null ? member : (member as FieldDefinition)?.FindArgument(Argument);
    }

    public override string ToString()
    {
        var owner = IsDirective ? $"@{Name}" : Member is null ? Name : $"{Name}.{Member}";
        return Argument is null ? owner : $"{owner}({Argument}:)";
    }

    private object? MemberOf(Schema schema, NamedType? type) => type switch
    {
        FieldsType fields => schema.FindField(fields, Member!),
        InputObjectType input => input.FindField(Member!),
        EnumType @enum => @enum.FindValue(Member!),
        _ => null,
    };

    // SchemaCoordinate : TypeCoordinate | MemberCoordinate | ArgumentCoordinate | DirectiveCoordinate | DirectiveArgumentCoordinate
    private ref struct Reader(string text)
    {
        private readonly string _text = text;
        private int _position;

        public SchemaCoordinate Read()
        {
            var isDirective = TrySkip('@');
            var name = ReadName();
            var member = !isDirective && TrySkip('.') ? ReadName() : null;
            string? argument = null;
            if ((isDirective || member is not null) && TrySkip('('))
            {
                argument = ReadName();
                Expect(':');
                Expect(')');
            }

            if (_position < _text.Length)
                throw SyntaxErrors.Expected("<EOF>", Found(), Here());

            return new SchemaCoordinate(name, member, argument, isDirective);
        }

        private string ReadName()
        {
            var start = _position;
            while (_position < _text.Length && (char.IsAsciiLetter(_text[_position]) || _text[_position] == '_' || (_position > start && char.IsAsciiDigit(_text[_position]))))
                _position++;

            return _position > start ? _text[start.._position] : throw SyntaxErrors.Expected("Name", Found(), Here());
        }

        private bool TrySkip(char punctuator)
        {
            if (_position == _text.Length || _text[_position] != punctuator)
                return false;

            _position++;
            return true;
        }

        private void Expect(char punctuator)
        {
            if (!TrySkip(punctuator))
                throw SyntaxErrors.Expected($"\"{punctuator}\"", Found(), Here());
        }

        private readonly string Found() =>
            _position == _text.Length ? "<EOF>" : System.Text.Rune.TryGetRuneAt(_text, _position, out var rune) ? Lexer.Describe(rune) : "half a character";

        private readonly Location Here() => new(1, _position + 1);
    }
}
