namespace KnowledgeGraph.Server;

/// <summary>Everything the server logs. Ids are stable: alerts and tests refer to them.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Read {Count} sample pages into the empty graph")]
    public static partial void SamplesRead(this ILogger logger, int count);
}
