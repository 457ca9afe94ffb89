namespace KnowledgeGraph.Graph.Questions;

/// <summary>How far a question may reach. Every answer says what it left out.</summary>
public static class QuestionLimits
{
    /// <summary>The deepest neighbourhood and the longest path.</summary>
    public const int MaxHops = 6;

    /// <summary>The most entities of a neighbourhood.</summary>
    public const int MaxEntities = 1_000;

    /// <summary>The most paths between two entities.</summary>
    public const int MaxPaths = 20;

    /// <summary>The most facts that a question about the whole graph looks at, the newest.</summary>
    public const int FactsOfAll = 500_000;

    /// <summary>The most entities that a search for a path visits.</summary>
    public const int MaxVisited = 50_000;
}
