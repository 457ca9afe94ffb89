namespace KnowledgeGraph.Training;

/// <summary>Where the data files lie in the repository that this tool runs in.</summary>
internal static class Repository
{
    public static string Lexicons => Path.Combine(Root(), "src", "KnowledgeGraph.Extraction", "Lexicons");

    public static string Spelling => Path.Combine(Root(), "src", "KnowledgeGraph.Graph", "Spelling");

    public static string Models => Path.Combine(Root(), "src", "KnowledgeGraph.Extraction", "Models");

    /// <summary>Our own annotated pages.</summary>
    public static string Pages => Path.Combine(Root(), "src", "KnowledgeGraph.Training", "Pages");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new InvalidOperationException("The tool runs outside the repository: run it with 'dotnet run --project src/KnowledgeGraph.Training'.");
    }
}
