using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.Stores.Neo4j;

/// <summary>Everything the store logs. Ids are stable: alerts and tests refer to them.</summary>
/// <remarks>A fault that is not tried again is the caller's to log: it is thrown.</remarks>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Warning, "{Problem} Trying again in {Delay}, attempt {Attempt}")]
    public static partial void TryingAgain(this ILogger logger, string problem, TimeSpan delay, int attempt);

    [LoggerMessage(2002, LogLevel.Debug, "{Problem} Another writer was in the way; trying again")]
    public static partial void WriterInTheWay(this ILogger logger, string problem);

    [LoggerMessage(2003, LogLevel.Warning, "{Problem} The server was to give up a transaction and forgets it by itself")]
    public static partial void RollbackNotHeard(this ILogger logger, string problem);
}
