using KnowledgeGraph.Cli;
using KnowledgeGraph.Hosting;

return await new Shell(Console.Out, Console.Error).RunAsync(CommandLine.Create(), args);
