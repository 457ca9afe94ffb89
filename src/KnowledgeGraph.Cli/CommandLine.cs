using System.CommandLine;
using KnowledgeGraph.Cli.Commands;

namespace KnowledgeGraph.Cli;

/// <summary>The command line: all commands.</summary>
internal static class CommandLine
{
    public static RootCommand Create() =>
        new("Reads Chinese newspaper pages into a graph of who met whom, who signed with whom, who invested in what, and where.")
        {
            EvalCommand.Create(),
            ExtractCommand.Create(),
            IngestCommand.Create(),
            QueryCommand.Create(),
            StatsCommand.Create(),
            CopyCommand.Create(),
        };
}
