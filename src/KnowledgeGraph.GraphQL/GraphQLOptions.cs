using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL;

/// <summary>The limits that every request is held to.</summary>
public sealed record GraphQLOptions
{
    /// <summary>How large a document may be.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>How many selections an operation has once its fragments are spread. The default is 100,000.</summary>
    public int MaxSelections { get; init; } = 100_000;

    /// <summary>How many different fields an operation has once its fragments are spread and equal fields are one. The default is 10,000.</summary>
    public int MaxFields { get; init; } = 10_000;

    /// <summary>How deep fields nest once fragments are spread. The default is 200.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>How many objects an operation may reach, each counted wherever it is reached. The default is 1,000,000.</summary>
    public int MaxObjects { get; init; } = 1_000_000;

    /// <summary>After how many errors validation stops. The default is 100.</summary>
    public int MaxValidationErrors { get; init; } = 100;

    /// <summary>How long an operation may take. The default is 30 seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How large a response may be. The default is 64 MiB.</summary>
    public int MaxResponseBytes { get; init; } = 64 << 20;

    /// <summary>How many documents are kept parsed, validated and planned. The default is 1,000.</summary>
    public int MaxCachedDocuments { get; init; } = 1_000;

    /// <summary>Documents that requests may name; the default is none.</summary>
    public TrustedDocuments? TrustedDocuments { get; init; }

    /// <summary>Whether only <see cref="TrustedDocuments"/> are answered. The default is no.</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary>How many documents are kept for clients that send the hash alone next time; 0 is none. The default is 1,000.</summary>
    public int MaxPersistedQueries { get; init; } = 1_000;

    /// <summary>How much the fields of an operation may cost, by <c>@cost</c> and <c>@listSize</c>. The default is no limit.</summary>
    public double MaxFieldCost { get; init; } = double.PositiveInfinity;

    /// <summary>How much the objects of an operation may cost, by <c>@cost</c> and <c>@listSize</c>. The default is no limit.</summary>
    public double MaxTypeCost { get; init; } = double.PositiveInfinity;

    /// <summary>How long a list without <c>@listSize</c> is taken to be. The default is 10.</summary>
    public int AssumedListSize { get; init; } = 10;

    /// <summary>Whether messages suggest names of the schema. The default is yes; switch it off where the schema is secret.</summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>Whether documents may ask for the schema. The default is yes.</summary>
    public bool Introspection { get; init; } = true;
}
