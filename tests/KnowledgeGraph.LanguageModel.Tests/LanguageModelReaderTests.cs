using KnowledgeGraph.Extraction;
using KnowledgeGraph.Graph;
using Microsoft.AspNetCore.Http;

namespace KnowledgeGraph.LanguageModel.Tests;

public sealed class LanguageModelReaderTests : IDisposable
{
    private const string Text = "临江港务集团牵手北\n原造船厂，\n两家企业共用一座船坞。季长风说，船坞年底建成。";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("knowledge-graph-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_the_model_finds_and_the_article_says_is_added_with_its_exact_places()
    {
        await using var model = await StubModel.AnsweringAsync(Answer(
            [("Organization", "临江港务集团"), ("Organization", "北原造船厂")],
            [("COOPERATES_WITH", "临江港务集团", "北原造船厂", null, "临江港务集团牵手北原造船厂，两家企业共用一座船坞。")]));

        var page = await ReadAsync(model);

        page.Entities.Select(entity => entity.Name).Should().Equal("季长风", "临江港务集团", "北原造船厂");
        page.Entities[2].Mentions.Single().Span.Of(Text).Should().Be("北\n原造船厂");
        var relation = page.Relations.Should().ContainSingle().Which;
        (relation.Type, relation.Head, relation.Tail, relation.Rule).Should().Be((RelationType.CooperatesWith, 1, 2, "language model"));
        relation.Sentence.Should().Be("临江港务集团牵手北\n原造船厂，\n两家企业共用一座船坞。").And.Be(relation.Evidence.Of(Text));
    }

    [Fact]
    public async Task Names_and_quotations_that_the_article_does_not_hold_are_dropped()
    {
        await using var model = await StubModel.AnsweringAsync(Answer(
            [("Organization", "临江港务集团"), ("Organization", "南海造船厂"), ("Company", "北原造船厂"), ("Person", "季")],
            [
                ("COOPERATES_WITH", "临江港务集团", "南海造船厂", null, "临江港务集团牵手北原造船厂，"),
                ("MET", "季长风", "临江港务集团", null, "季长风说，船坞年底建成。"),
                ("HOLDS_POSITION", "季长风", "临江港务集团", "董事长", "季长风说，船坞年底建成。"),
                ("VISITED", "季长风", "临江港务集团", null, "季长风昨天到访临江港务集团。"),
                ("VISITED", "季长风", "临江港务集团", null, "季长风说，船坞年底建成。"),
                ("LOVES", "季长风", "临江港务集团", null, "季长风说，船坞年底建成。"),
            ]));

        var page = await ReadAsync(model);

        page.Entities.Select(entity => entity.Name).Should().Equal("季长风", "临江港务集团");
        page.Relations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("I am sorry, I cannot do that.")]
    [InlineData("{}")]
    [InlineData("{\"entities\": [null], \"relations\": []}")]
    [InlineData("[1, 2, 3]")]
    [InlineData("")]
    public async Task Nonsense_leaves_the_page_as_the_rules_read_it_and_is_counted(string content)
    {
        await using var model = await StubModel.SayingAsync(content);

        using var reader = Reader(model);
        var page = await reader.ReadAsync(Page(), Cancellation);

        page.Should().BeEquivalentTo(Page());
        reader.Unanswered.Should().Be(1);
    }

    [Fact]
    public async Task A_model_that_is_silent_is_given_up_after_its_time()
    {
        await using var model = await StubModel.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var reader = new LanguageModelReader(new LanguageModelSettings(model.Endpoint, "m") { Timeout = TimeSpan.FromMilliseconds(200) }, pause: TimeSpan.Zero);

        var page = await reader.ReadAsync(Page(), Cancellation);

        page.Should().BeEquivalentTo(Page());
        reader.Unanswered.Should().Be(1);
    }

    [Fact]
    public async Task A_busy_model_is_asked_again()
    {
        var calls = 0;
        await using var model = await StubModel.StartAsync(context =>
        {
            context.Response.StatusCode = ++calls < 3 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });

        using var reader = Reader(model);
        await reader.ReadAsync(Page(), Cancellation);

        calls.Should().Be(3);
    }

    [Theory]
    [InlineData(401, "LANGUAGE_MODEL_KEY")]
    [InlineData(404, "/v1")]
    public async Task A_model_that_refuses_for_good_is_said_with_what_to_do(int status, string hint)
    {
        await using var model = await StubModel.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var read = () => ReadAsync(model);

        (await read.Should().ThrowAsync<LanguageModelException>()).WithMessage($"*{hint}*");
    }

    [Fact]
    public async Task An_absent_service_leaves_the_page_as_it_is()
    {
        using var reader = new LanguageModelReader(new LanguageModelSettings(new Uri("http://127.0.0.1:9/v1"), "m"), pause: TimeSpan.Zero);

        (await reader.ReadAsync(Page(), Cancellation)).Should().BeEquivalentTo(Page());
    }

    [Fact]
    public async Task What_was_asked_once_is_not_asked_again()
    {
        await using var model = await StubModel.AnsweringAsync(Answer([("Organization", "临江港务集团")], []));
        for (var i = 0; i < 2; i++)
        {
            using var reader = new LanguageModelReader(new LanguageModelSettings(model.Endpoint, "m") { Cache = _folder, Key = "k" }, pause: TimeSpan.Zero);
            (await reader.ReadAsync(Page(), Cancellation)).Entities.Should().HaveCount(2);
        }

        model.Requests.Should().ContainSingle();
        model.Keys.Should().Equal("Bearer k");
    }

    [Fact]
    public async Task The_model_is_told_the_ontology_and_bound_to_a_json_schema()
    {
        await using var model = await StubModel.AnsweringAsync(Answer([], []));

        await ReadAsync(model);

        var request = model.Requests.Single().RootElement;
        request.GetProperty("messages")[0].GetProperty("content").GetString().Should().ContainAll(Ontology.Relations.Select(relation => relation.Name));
        request.GetProperty("messages")[1].GetProperty("content").GetString().Should().Be(Text);
        var format = request.GetProperty("response_format");
        format.GetProperty("type").GetString().Should().Be("json_schema");
        format.GetProperty("json_schema").GetProperty("strict").GetBoolean().Should().BeTrue();
    }

    private static LanguageModelReader Reader(StubModel model) => new(new LanguageModelSettings(model.Endpoint, "m"), pause: TimeSpan.Zero);

    private static async Task<PageExtraction> ReadAsync(StubModel model)
    {
        using var reader = Reader(model);
        return await reader.ReadAsync(Page(), Cancellation);
    }

    private static PageExtraction Page()
    {
        var at = Text.IndexOf("季长风", StringComparison.Ordinal);
        return new PageExtraction(
            Text, Place: null, Published: null,
            [new ExtractedArticle(Headline: null, [new TextSpan(0, Text.Length)], Date: null, Place: null)],
            [new ExtractedEntity(EntityType.Person, [EntityType.Person], "季长风", [], Region: null, Date: null, [new ExtractedMention(new TextSpan(at, 3), 0, "tagger", 0.9)])],
            []);
    }

    private static object Answer((string Type, string Name)[] entities, (string Type, string Head, string Tail, string? Title, string Quotation)[] relations) => new
    {
        entities = entities.Select(entity => new { type = entity.Type, name = entity.Name }),
        relations = relations.Select(relation => new { type = relation.Type, head = relation.Head, tail = relation.Tail, title = relation.Title, quotation = relation.Quotation }),
    };
}
