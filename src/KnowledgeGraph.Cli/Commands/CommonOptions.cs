using System.CommandLine;

namespace KnowledgeGraph.Cli.Commands;

/// <summary>Options and arguments that several commands take.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Pages() => new("PATH")
    {
        Description = "Pages (.txt, .html), or folders with pages.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<bool> Json(string description) => new("--json") { Description = description };
}
