namespace KnowledgeGraph.GraphQL.Language;

/// <summary>A piece of a parsed document that knows where it began.</summary>
public abstract class SyntaxNode(Location location)
{
    public Location Location { get; } = location;

    /// <summary>The document's text of this node, printed.</summary>
    public override string ToString() => Printer.Print(this);
}

/// <summary>A name in a document and its place.</summary>
public readonly record struct Name(string Value, Location Location)
{
    public override string ToString() => Value;
}

/// <summary>A whole document: operations and fragments, or the definitions of a type system.</summary>
public sealed class DocumentNode(IReadOnlyList<DefinitionNode> definitions) : SyntaxNode(new Location(1, 1))
{
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;

    /// <exception cref="GraphQLSyntaxException">The text is not in the grammar or is too large.</exception>
    public static DocumentNode Parse(ReadOnlySpan<byte> utf8, ParserOptions? options = null) => new Parser(utf8, options).ParseDocument();

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte}, ParserOptions?)"/>
    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(System.Text.Encoding.UTF8.GetBytes(text), options);
}

/// <summary>One definition of a document.</summary>
public abstract class DefinitionNode(StringValueNode? description, Location location) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;
}
