using FluentAssertions;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Xunit;

namespace KnowledgeGraph.Testing;

public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task What_was_written_is_read_as_it_was()
    {
        var document = Forum();

        await WriteAsync(document);

        var page = await Store.ListDocumentsAsync(new PageRequest(10), Cancellation);
        page.Values.Should().ContainSingle();
        page.Values.Single().Should().BeEquivalentTo(document);
    }

    [Fact]
    public async Task A_fact_keeps_all_its_qualifiers()
    {
        var qualifiers = new Qualifiers
        {
            Role = "投资方",
            Amount = new Amount(250_000_000.50m, "CNY", "约2.5亿元"),
            Date = new FactDate(PartialDate.Parse("2023-05"), IsPrinted: false),
        };
        var project = Some.Entity(EntityType.Project, "江畔储能项目", "某市");
        await WriteAsync(Some.Document().Saying(RelationType.InvestedIn, _company, project, qualifiers: qualifiers, status: RelationStatus.Planned, confidence: 0.625).Build());

        var relations = await RelationsAsync(_company, new RelationFilter { Status = null });

        relations.Should().ContainSingle();
        relations[0].Qualifiers.Should().Be(qualifiers);
        relations[0].Status.Should().Be(RelationStatus.Planned);
        relations[0].Confidence.Should().Be(0.625);
    }

    [Fact]
    public async Task The_same_document_again_changes_nothing()
    {
        await WriteAsync(Forum(), Meeting());
        var before = await HashAsync();

        var changed = await WriteAsync(Forum(), Meeting());

        changed.Should().Be(0);
        (await HashAsync()).Should().Be(before);
    }

    [Fact]
    public async Task The_order_of_writing_makes_no_difference()
    {
        await WriteAsync(Forum(), Meeting());
        await WriteAsync(Meeting("reprint.txt", "2023-06-02"));
        var forward = await HashAsync();
        foreach (var document in (DocumentGraph[])[Forum(), Meeting(), Meeting("reprint.txt", "2023-06-02")])
            await Store.DeleteDocumentAsync(document.Document.Id, Cancellation);

        await WriteAsync(Meeting("reprint.txt", "2023-06-02"));
        await WriteAsync(Meeting(), Forum());

        (await HashAsync()).Should().Be(forward);
    }

    [Fact]
    public async Task A_corrected_page_replaces_what_its_source_said_before()
    {
        await WriteAsync(Meeting("page.txt"));

        await WriteAsync(Forum("page.txt"));

        (await FindAsync(_tang)).Should().BeNull();
        (await FindAsync(_lu)).Should().NotBeNull();
        (await Store.ListDocumentsAsync(new PageRequest(10), Cancellation)).Values.Should().ContainSingle();
        (await RelationsAsync(_meng)).Should().OnlyContain(relation => relation.Type == RelationType.Attended);
    }

    [Fact]
    public async Task A_better_reading_of_the_same_page_replaces_the_old_one()
    {
        var reading = Forum();
        await WriteAsync(reading);

        var changed = await WriteAsync(reading with { Evidence = [.. reading.Evidence.Where(evidence => evidence.HeadId == _meng.Id)] });

        changed.Should().Be(1);
        (await RelationsAsync(_lu)).Should().BeEmpty();
        (await RelationsAsync(_meng)).Should().ContainSingle();
    }

    [Fact]
    public async Task The_same_page_from_two_sources_is_one_document_and_lasts_as_long_as_one_of_them()
    {
        await WriteAsync(Meeting("morning.txt"));
        await WriteAsync(Meeting("evening.txt"));

        await WriteAsync(Forum("morning.txt"));

        var documents = (await Store.ListDocumentsAsync(new PageRequest(10), Cancellation)).Values.Select(graph => graph.Document).ToList();
        documents.SelectMany(document => document.Sources).Should().BeEquivalentTo("evening.txt", "morning.txt");
        (await FindAsync(_tang)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_deleted_document_takes_with_it_what_only_it_said()
    {
        await WriteAsync(Forum());
        var before = await HashAsync();
        await WriteAsync(Meeting());

        var existed = await Store.DeleteDocumentAsync(Meeting().Document.Id, Cancellation);

        existed.Should().BeTrue();
        (await HashAsync()).Should().Be(before);
        (await Store.DeleteDocumentAsync(Meeting().Document.Id, Cancellation)).Should().BeFalse();
    }

    [Fact]
    public async Task An_empty_store_is_left_when_all_documents_are_deleted()
    {
        await WriteAsync(Forum(), Meeting());

        await Store.DeleteDocumentAsync(Forum().Document.Id, Cancellation);
        await Store.DeleteDocumentAsync(Meeting().Document.Id, Cancellation);

        var statistics = await Store.CountAsync(Cancellation);
        statistics.Should().BeEquivalentTo(new { Documents = 0L, Articles = 0L, Mentions = 0L, Evidence = 0L });
        statistics.Entities.Should().BeEmpty();
        statistics.Relations.Should().BeEmpty();
        (await Store.SearchAsync(new SearchRequest("孟", [], 10), Cancellation)).Should().BeEmpty();
    }

    [Fact]
    public void A_batch_with_a_dangling_relation_cannot_be_made()
    {
        var document = Forum();

        var batch = () => new GraphBatch([document with { Entities = [] }]);

        batch.Should().Throw<ArgumentException>().WithMessage("*not in the document*");
    }

    [Fact]
    public async Task A_cancelled_write_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var write = () => Store.WriteAsync(new GraphBatch([Forum()]), cancelled.Token);

        await write.Should().ThrowAsync<OperationCanceledException>();
        (await Store.CountAsync(Cancellation)).Documents.Should().Be(0);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        var documents = Enumerable.Range(0, 24)
            .Select(number => Some.Document($"{number}.txt")
                .Article(date: "2023-05-12")
                .Saying(RelationType.Attended, _meng, _forum, $"第{number}版：孟怀瑾出席2023江畔材料论坛。")
                .Saying(RelationType.Attended, Some.Person($"路人{number}"), _forum)
                .Build())
            .ToList();

        await Task.WhenAll(documents.Select(document => Task.Run(() => WriteAsync(document))));

        (await Store.FindRelationsAsync([RelationId.Of(RelationType.Attended, _meng.Id, _forum.Id, Qualifiers.None)], Cancellation))
            .Values.Single().EvidenceCount.Should().Be(24);
        (await FindAsync(_forum))!.RelationCount.Should().Be(25);
        (await FindAsync(_meng))!.ArticleCount.Should().Be(24);
    }

    [Theory]
    [InlineData("'; DROP TABLE document; --")]
    [InlineData("\" OR 1=1 //")]
    [InlineData("`) DETACH DELETE n //")]
    [InlineData("{$name} \\u0060 %_*?")]
    [InlineData("𬭎𠮷野家")]
    [InlineData("Emerald Bay (Holdings) & Söhne")]
    public async Task A_hostile_or_rare_name_is_stored_and_found_unchanged(string name)
    {
        var person = Some.Person(name);
        await WriteAsync(Some.Document(source: name).Article(headline: name).Saying(RelationType.Attended, person, _forum, $"{person.Name}出席论坛。").Calling(person, $"老{name}").Build());

        (await FindAsync(person))!.Name.Should().Be(person.Name);
        (await FindAsync(person))!.Aliases.Should().Equal($"老{name}");
        (await Store.SearchAsync(new SearchRequest(person.Name, [EntityType.Person], 10), Cancellation)).Should().ContainSingle(hit => hit.Entity == person.Id);
    }
}
