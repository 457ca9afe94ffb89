namespace KnowledgeGraph.Testing;

/// <summary>Where the tests find what is not in their assembly.</summary>
public static class Repository
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the shared test data beside the repository, or <see langword="null"/> on a machine without it.</summary>
    public static string? Shared(string path)
    {
        var shared = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        return Path.Exists(shared) ? shared : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
