using System.CommandLine;
using KnowledgeGraph.Cli.Commands;
using KnowledgeGraph.Hosting;

var root = new RootCommand("Reads Chinese newspaper pages into a graph of who met whom, who signed with whom, who invested in what, and where.")
{
    ExtractCommand.Create(),
    IngestCommand.Create(),
    QueryCommand.Create(),
    StatsCommand.Create(),
};

return await new Shell(Console.Out, Console.Error).RunAsync(root, args);
