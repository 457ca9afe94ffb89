namespace KnowledgeGraph.Worker.Tests;

public sealed class InboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge-graph-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_page_is_taken_once_it_has_stopped_growing()
    {
        var inbox = new Inbox(_folder);
        Write("page.txt", "half");

        inbox.Look().Should().BeEmpty("it may still be written");
        Write("page.txt", "half and more");
        inbox.Look().Should().BeEmpty("it has grown");

        inbox.Look().Should().ContainSingle().Which.Should().EndWith("page.txt");
    }

    [Fact]
    public void What_is_no_page_is_left_alone()
    {
        var inbox = new Inbox(_folder);
        Write("notes.docx", "x");
        inbox.Look();

        inbox.Look().Should().BeEmpty();
    }

    [Fact]
    public void A_written_page_is_moved_and_a_new_edition_takes_its_place()
    {
        var inbox = new Inbox(_folder);
        Write("page.txt", "first");
        inbox.Complete(Path("page.txt"));
        Write("page.txt", "second");

        inbox.Complete(Path("page.txt"));

        File.ReadAllText(Path("done/page.txt")).Should().Be("second");
        File.Exists(Path("page.txt")).Should().BeFalse();
    }

    [Fact]
    public void A_rejected_page_has_its_reason_beside_it()
    {
        var inbox = new Inbox(_folder);
        Write("page.txt", "x");

        inbox.Reject(Path("page.txt"), "It is empty.");

        File.ReadAllText(Path("failed/page.txt")).Should().Be("x");
        File.ReadAllText(Path("failed/page.txt.reason.txt")).Should().StartWith("It is empty.");
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private void Write(string name, string text) => File.WriteAllText(Path(name), text);
}
