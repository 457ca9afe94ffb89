using KnowledgeGraph.Ingestion.Pages;

namespace KnowledgeGraph.Ingestion.Tests;

public sealed class PageFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge-graph-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Pages_below_a_folder_are_found_in_order_and_none_twice()
    {
        foreach (var name in (string[])["b.txt", "a.HTML", "sub/c.htm", "notes.json"])
            Write(name);

        var found = PageFiles.Find([_folder.FullName, Path("b.txt")]);

        found.Should().Equal(Path("a.HTML"), Path("b.txt"), Path("sub/c.htm"));
    }

    [Fact]
    public void A_file_that_is_named_is_taken_whatever_its_ending()
    {
        Write("page.text");

        PageFiles.Find([Path("page.text")]).Should().Equal(Path("page.text"));
    }

    [Fact]
    public void A_folder_without_pages_and_a_missing_path_are_said()
    {
        FluentActions.Invoking(() => PageFiles.Find([_folder.FullName])).Should().Throw<PageSourceException>().WithMessage("*holds no page*");
        FluentActions.Invoking(() => PageFiles.Find([Path("missing")])).Should().Throw<PageSourceException>().WithMessage("*does not exist*");
    }

    [Fact]
    public async Task The_name_of_a_page_is_the_last_part_of_its_source()
    {
        Write("第 1 版.txt");

        var page = await PageFiles.ReadAsync(Path("第 1 版.txt"), TestContext.Current.CancellationToken);

        page.Source.Should().StartWith("file:///");
        page.Name.Should().Be("第 1 版.txt");
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private void Write(string name)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), "x");
    }
}
