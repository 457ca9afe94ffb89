using System.Xml.Linq;

namespace KnowledgeGraph.Architecture.Tests;

/// <summary>Which project may know which. A new arrow is drawn here first, so that it is seen in review.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> _allowed = new(StringComparer.Ordinal)
    {
        ["KnowledgeGraph.Graph"] = [],
        ["KnowledgeGraph.GraphQL"] = [],
        ["KnowledgeGraph.GraphQL.AspNetCore"] = ["KnowledgeGraph.GraphQL"],
        ["KnowledgeGraph.Adjacency"] = ["KnowledgeGraph.Graph"],
        ["KnowledgeGraph.Extraction"] = ["KnowledgeGraph.Graph"],
        ["KnowledgeGraph.LanguageModel"] = ["KnowledgeGraph.Extraction", "KnowledgeGraph.Graph"],
        ["KnowledgeGraph.Training"] = ["KnowledgeGraph.Extraction", "KnowledgeGraph.Graph"],
        ["KnowledgeGraph.Stores.Sqlite"] = ["KnowledgeGraph.Graph"],
        ["KnowledgeGraph.Stores.Neo4j"] = ["KnowledgeGraph.Graph"],
        ["KnowledgeGraph.Hosting"] = ["KnowledgeGraph.Ingestion", "KnowledgeGraph.Stores.Neo4j", "KnowledgeGraph.Stores.Sqlite"],
        ["KnowledgeGraph.Ingestion"] = ["KnowledgeGraph.Extraction", "KnowledgeGraph.Graph", "KnowledgeGraph.LanguageModel"],
        ["KnowledgeGraph.Api"] = ["KnowledgeGraph.GraphQL", "KnowledgeGraph.Ingestion"],
        ["KnowledgeGraph.Worker"] = ["KnowledgeGraph.Hosting"],
        ["KnowledgeGraph.Server"] = ["KnowledgeGraph.Adjacency", "KnowledgeGraph.Api", "KnowledgeGraph.GraphQL.AspNetCore", "KnowledgeGraph.Hosting"],
        ["KnowledgeGraph.Cli"] = ["KnowledgeGraph.Api", "KnowledgeGraph.Hosting"],
    };

    public static TheoryData<string> Projects => [.. ProjectFiles().Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_the_projects_below_it(string project)
    {
        var file = ProjectFiles().Single(path => Path.GetFileNameWithoutExtension(path) == project);

        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        _allowed.Should().ContainKey(project, "a new project is drawn into this table first");
        references.Should().BeSubsetOf(_allowed[project]);
    }

    private static string[] ProjectFiles() =>
        Directory.GetFiles(Path.Combine(RepositoryRoot(), "src"), "*.csproj", SearchOption.AllDirectories);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeGraph.sln")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
