namespace KnowledgeGraph.Server;

/// <summary>Everything the server logs. Ids are stable: alerts and tests refer to them.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Read {Count} sample pages into the empty graph")]
    public static partial void SamplesRead(this ILogger logger, int count);

    [LoggerMessage(4002, LogLevel.Warning, "The graph was not read into the index at the start; the first question does it: {Problem}")]
    public static partial void IndexNotLoaded(this ILogger logger, string problem);
}
