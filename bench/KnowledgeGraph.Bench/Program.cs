using System.CommandLine;
using KnowledgeGraph.Bench;

return await new RootCommand("Measures KnowledgeGraph beside its peers, in one run on one machine, and prints tables.")
{
    GraphQLBench.Command(),
    PlanBench.Command(),
    HostileBench.Command(),
    LoadBench.Command(),
    QuestionsBench.Command(),
}
.Parse(args).InvokeAsync();
