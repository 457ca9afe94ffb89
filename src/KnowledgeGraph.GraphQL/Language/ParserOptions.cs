namespace KnowledgeGraph.GraphQL.Language;

/// <summary>How large a document may be before the parser refuses it.</summary>
public sealed record ParserOptions
{
    public static ParserOptions Default { get; } = new();

    /// <summary>For documents that we wrote ourselves, such as a schema: no limit but that of the machine's stack.</summary>
    public static ParserOptions Trusted { get; } = new()
    {
        MaxBytes = int.MaxValue,
        MaxTokens = int.MaxValue,
        MaxDefinitions = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxDirectives = int.MaxValue,
    };

    /// <summary>The bytes of the document in UTF-8. The default is 1 MiB.</summary>
    public int MaxBytes { get; init; } = 1 << 20;

    /// <summary>The lexical tokens of the document, comments not counted. The default is 100,000.</summary>
    public int MaxTokens { get; init; } = 100_000;

    /// <summary>The operations and fragments of the document. The default is 2,000.</summary>
    public int MaxDefinitions { get; init; } = 2_000;

    /// <summary>How deep selection sets, lists, input objects and list types nest. The default is 200.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>The aliases of the document. The default is 5,000.</summary>
    public int MaxAliases { get; init; } = 5_000;

    /// <summary>The directives applied in the document. The default is 2,000.</summary>
    public int MaxDirectives { get; init; } = 2_000;
}
