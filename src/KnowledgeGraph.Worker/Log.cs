using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.Worker;

/// <summary>Everything the worker logs. Ids are stable: alerts and tests refer to them.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Watching for pages")]
    public static partial void Watching(this ILogger logger);

    [LoggerMessage(3002, LogLevel.Information, "Read {Name} as {DocumentId}: {EntityCount} entities, {EvidenceCount} statements")]
    public static partial void PageRead(this ILogger logger, string name, string documentId, int entityCount, int evidenceCount);

    [LoggerMessage(3003, LogLevel.Warning, "Put a page aside: {Reason}")]
    public static partial void PageRejected(this ILogger logger, string reason);

    [LoggerMessage(3004, LogLevel.Error, "Put {Name} aside after an error of ours")]
    public static partial void PageFailed(this ILogger logger, string name, Exception exception);

    [LoggerMessage(3005, LogLevel.Warning, "{Problem} Trying again in {Delay}")]
    public static partial void StoreAway(this ILogger logger, string problem, TimeSpan delay);
}
