using System.Text.Json;
using KnowledgeGraph.Hosting;

namespace KnowledgeGraph.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private const string Meeting = "本报讯（记者 甲乙）5月12日，江畔市市长孟怀瑾会见了澄江新材料有限公司董事长唐屿。\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge-graph-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Each_command_explains_itself()
    {
        foreach (var command in (string[])["eval", "extract", "ingest", "query", "stats", "copy"])
        {
            var (exit, output, _) = await RunAsync(command, "--help");

            exit.Should().Be(0);
            output.Should().Contain("Description:").And.Contain(command);
        }
    }

    [Fact]
    public async Task A_page_becomes_a_file_with_the_text_of_its_spans()
    {
        var page = File("page.txt", Meeting);

        var (exit, _, errors) = await RunAsync("extract", page, "--output", Path("out"));

        errors.Should().BeEmpty();
        exit.Should().Be(0);
        using var json = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(Path("out/page.json"), TestContext.Current.CancellationToken));
        json.RootElement.GetProperty("document").GetString().Should().Be("page.txt");
        json.RootElement.GetProperty("entities").EnumerateArray().Select(entity => entity.GetProperty("name").GetString()).Should().Contain(["孟怀瑾", "唐屿"]);
        foreach (var relation in json.RootElement.GetProperty("relations").EnumerateArray())
        {
            Meeting[relation.GetProperty("start").GetInt32()..relation.GetProperty("end").GetInt32()]
                .Should().Be(relation.GetProperty("sentence").GetString());
        }
    }

    [Fact]
    public async Task An_explained_page_shows_each_name_and_what_said_each_relation_on_which_words()
    {
        var page = File("page.txt", Meeting);

        var (exit, output, errors) = await RunAsync("extract", page, "--explain");

        errors.Should().BeEmpty();
        exit.Should().Be(0);
        output.Should().MatchRegex("孟怀瑾#[0-9]+会见").And.MatchRegex("孟怀瑾 MET 唐屿 .*meeting .*会见");
    }

    [Fact]
    public async Task An_explained_page_is_an_html_file_that_holds_no_markup_of_the_page()
    {
        var page = File("page.txt", Meeting + "<script>alert(1)</script>\n");

        await RunAsync("extract", page, "--explain", "--output", Path("out"));

        var html = await System.IO.File.ReadAllTextAsync(Path("out/page.html"), TestContext.Current.CancellationToken);
        html.Should().Contain(">孟怀瑾</a>").And.Contain("<b>会见</b>").And.NotContain("<script>");
    }

    [Fact]
    public async Task Extracting_without_saying_where_to_asks_for_it()
    {
        var (exit, _, errors) = await RunAsync("extract", File("page.txt", Meeting));

        exit.Should().Be(Shell.WrongUsage);
        errors.Should().Contain("--output").And.Contain("--explain");
    }

    [Fact]
    public async Task A_copy_says_what_its_source_says_and_copying_again_writes_nothing()
    {
        for (var i = 0; i < 60; i++)
            File($"a/{i}.txt", Meeting.Replace("12日", $"{1 + (i % 28)}日", StringComparison.Ordinal).Replace("唐屿", $"唐屿{(char)('一' + i)}", StringComparison.Ordinal));
        await RunAsync("ingest", Path("a"), "--store", Path("graph.db"));

        var first = await RunAsync("copy", "--from", Path("graph.db"), "--to", Path("copy.db"), "--json");
        var second = await RunAsync("copy", "--from", Path("graph.db"), "--to", Path("copy.db"), "--json");

        first.Output.Should().Contain("\"documents\":60,\"written\":60,\"others\":0,\"hash\":\"");
        second.Output.Should().Contain("\"documents\":60,\"written\":0,\"others\":0,\"hash\":\"");
    }

    [Fact]
    public async Task A_copy_leaves_what_the_target_holds_besides()
    {
        File("a/one.txt", Meeting);
        File("b/two.txt", Meeting.Replace("12日", "13日", StringComparison.Ordinal));
        await RunAsync("ingest", Path("a"), "--store", Path("one.db"));
        await RunAsync("ingest", Path("b"), "--store", Path("two.db"));

        var copy = await RunAsync("copy", "--from", Path("one.db"), "--to", Path("two.db"));
        var stats = await RunAsync("stats", "--store", Path("two.db"), "--json");

        copy.Output.Should().Contain("the target holds 1 others");
        stats.Output.Should().Contain("\"documents\":2");
    }

    [Fact]
    public async Task A_graph_is_not_copied_onto_itself_nor_out_of_nothing()
    {
        (await RunAsync("copy", "--from", Path("graph.db"), "--to", Path("graph.db"))).Errors.Should().Contain("is named twice");
        (await RunAsync("copy", "--from", Path("graph.db"), "--to", Path("copy.db"))).Errors.Should().Contain("does not exist");
    }

    [Fact]
    public async Task Annotated_pages_are_scored_and_their_errors_listed()
    {
        File("page.txt", Meeting);
        File("page.json", """
            { "entities": [ { "name": "孟怀瑾", "types": ["Person"], "aliases": [] }, { "name": "唐屿", "types": ["Person"] },
                            { "name": "澄江新材料有限公司", "types": ["Organization"] }, { "name": "江畔市", "types": ["Place"], "optional": true },
                            { "name": "江畔市政府", "types": ["Organization"], "optional": true }, { "name": "没有说到的人", "types": ["Person"] } ],
              "relations": [ { "type": "MET", "head": "唐屿", "tail": "孟怀瑾" } ] }
            """);

        var (exit, output, errors) = await RunAsync("eval", _folder.FullName, "--errors");

        errors.Should().BeEmpty();
        exit.Should().Be(0);
        output.Should().Contain("missed entity Person 没有说到的人").And.Contain("MET").And.NotContain("missed relation MET");
    }

    [Fact]
    public async Task What_was_ingested_is_counted_and_ingesting_again_changes_nothing()
    {
        File("a/one.txt", Meeting);
        File("a/two.txt", Meeting.Replace("12日", "13日", StringComparison.Ordinal));

        var first = await RunAsync("ingest", Path("a"), "--store", Path("graph.db"), "--json");
        var second = await RunAsync("ingest", Path("a"), "--store", Path("graph.db"), "--json");
        var stats = await RunAsync("stats", "--store", Path("graph.db"), "--json");

        first.Output.Should().Contain("\"written\":2,\"unchanged\":0,\"rejected\":0");
        second.Output.Should().Contain("\"written\":0,\"unchanged\":2,\"rejected\":0");
        stats.Output.Should().Contain("\"documents\":2");
    }

    [Fact]
    public async Task A_bad_page_is_said_in_one_line_and_the_others_are_written()
    {
        File("a/good.txt", Meeting);
        File("a/empty.txt", "");
        await System.IO.File.WriteAllBytesAsync(Path("a/binary.txt"), [0, 1, 2, 3], TestContext.Current.CancellationToken);

        var (exit, output, errors) = await RunAsync("ingest", Path("a"), "--store", Path("graph.db"));

        exit.Should().Be(Shell.Failed);
        output.Should().StartWith("1 written, 0 unchanged, 2 rejected");
        Lines(errors).Should().HaveCount(2).And.Contain(line => line.Contains("'binary.txt' is a binary file")).And.Contain(line => line.Contains("'empty.txt' is empty"));
    }

    [Theory]
    [InlineData(Shell.Failed, "does not exist", "ingest", "missing.txt")]
    [InlineData(Shell.Failed, "holds no page", "ingest", "")]
    [InlineData(Shell.Failed, "does not exist", "stats", "--store", "missing.db")]
    [InlineData(Shell.Failed, "does not exist", "stats", "--store", "missing/graph.db")]
    [InlineData(Shell.Failed, "is no address of a store", "stats", "--store", "ftp://host")]
    [InlineData(Shell.Failed, "Bolt", "stats", "--store", "bolt://host:7687")]
    [InlineData(Shell.WrongUsage, "'--stor'", "stats", "--stor", "x")]
    [InlineData(Shell.WrongUsage, "--output", "extract", "x.txt")]
    public async Task What_the_user_can_put_right_is_said_in_one_line(int expected, string part, params string[] arguments)
    {
        var inFolder = arguments.Select(argument => argument.StartsWith("missing", StringComparison.Ordinal) || argument.Length == 0 ? Path(argument) : argument);

        var (exit, output, errors) = await RunAsync([.. inFolder]);

        exit.Should().Be(expected);
        output.Should().BeEmpty();
        Lines(errors).Should().ContainSingle().Which.Should().Contain(part);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        var page = File("page.txt", Meeting);
        var other = File("other.db", "This is no database. It is long enough to have a header of one hundred bytes, which begins with other words.");

        var (exit, _, errors) = await RunAsync("ingest", page, "--store", other);

        exit.Should().Be(Shell.Failed);
        Lines(errors).Should().ContainSingle().Which.Should().Contain("damaged or is no database");
        (await System.IO.File.ReadAllTextAsync(other, TestContext.Current.CancellationToken)).Should().StartWith("This is no database.");
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await new Shell(output, errors).RunAsync(CommandLine.Create(), arguments);
        return (exit, output.ToString(), errors.ToString());
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private string File(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        System.IO.File.WriteAllText(Path(name), text);
        return Path(name);
    }
}
