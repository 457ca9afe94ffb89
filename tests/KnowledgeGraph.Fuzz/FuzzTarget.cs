namespace KnowledgeGraph.Fuzz;

/// <summary>Something that strangers can send bytes to.</summary>
/// <remarks>It may refuse an input in its documented way. It may not throw anything else, nor take long.</remarks>
public abstract class FuzzTarget
{
    public abstract string Name { get; }

    /// <summary>Inputs that are right, for others to be made of.</summary>
    public abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Pieces that mean something to the target.</summary>
    public abstract IReadOnlyList<byte[]> Words { get; }

    /// <exception cref="Exception">A fault was found.</exception>
    public abstract void Run(byte[] input);

    /// <summary>What reads pages.</summary>
    public static IReadOnlyList<FuzzTarget> OfExtraction() => [new Targets.PageTarget()];

    /// <summary>What answers GraphQL.</summary>
    public static IReadOnlyList<FuzzTarget> OfGraphQL() =>
        [new Targets.LanguageTarget(), new Targets.RequestTarget(), new Targets.VariablesTarget(), new Targets.ParametersTarget(), new Targets.WebSocketTarget(), new Targets.CursorTarget()];
}
