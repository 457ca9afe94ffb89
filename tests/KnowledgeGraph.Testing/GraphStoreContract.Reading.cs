using FluentAssertions;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Xunit;

namespace KnowledgeGraph.Testing;

public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task A_fact_that_three_papers_print_is_one_relation_and_a_reprint_is_no_source_of_its_own()
    {
        await WriteAsync(Forum(), Forum("reprint.txt", header: "江畔晚报\n"));
        await WriteAsync(Some.Document("other.txt").Article("论坛侧记", "2023-05-14").Saying(RelationType.Attended, _meng, _forum, "孟怀瑾在2023江畔材料论坛上致辞。", confidence: 0.95).Build());

        var relation = (await RelationsAsync(_meng)).Single();

        relation.EvidenceCount.Should().Be(3);
        relation.SourceCount.Should().Be(2);
        relation.FirstReported.Should().Be(PartialDate.Parse("2023-05-12"));
        relation.LastReported.Should().Be(PartialDate.Parse("2023-05-14"));
        relation.Sentence.Should().Be("孟怀瑾在2023江畔材料论坛上致辞。");
        var evidence = await Store.ReadEvidenceAsync([relation.Id], 10, Cancellation);
        evidence[relation.Id].Select(item => item.Confidence).Should().Equal(0.95, 0.9, 0.9);
    }

    [Fact]
    public async Task Relations_come_newest_first_and_page_by_page_without_gap_or_repeat()
    {
        foreach (var month in Enumerable.Range(1, 9))
            await WriteAsync(Meeting($"{month}.txt", $"2023-{month:D2}-01"));

        var walked = new List<Relation>();
        var page = new PageRequest(4);
        while (true)
        {
            var read = (await Store.ReadRelationsAsync([_meng.Id], new RelationFilter(), page, Cancellation))[_meng.Id];
            walked.AddRange(read.Values);
            if (!read.HasNextPage)
                break;

            page = page with { After = read.Items[^1].Cursor };
        }

        walked.Select(relation => relation.Qualifiers.Date!.Date.Month).Should().Equal(9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    [Fact]
    public async Task Relations_of_many_entities_come_in_one_answer()
    {
        await WriteAsync(Forum(), Meeting());

        var read = await Store.ReadRelationsAsync(
            [_meng.Id, _lu.Id, _forum.Id, new EntityId("nobody")], new RelationFilter(), new PageRequest(10), Cancellation);

        read.Should().HaveCount(3);
        read[_meng.Id].Items.Should().HaveCount(2);
        read[_lu.Id].Items.Should().HaveCount(1);
        read[_forum.Id].Items.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_filter_lets_through_what_it_names()
    {
        await WriteAsync(
            Forum(),
            Meeting(),
            Some.Document("plan.txt").Article(date: "2024-01-01").Saying(RelationType.Attended, _meng, Some.Event("2024论坛"), status: RelationStatus.Planned, confidence: 0.4).Build());

        (await RelationsAsync(_meng, new RelationFilter { Types = [RelationType.Met] })).Should().ContainSingle();
        (await RelationsAsync(_meng, new RelationFilter { Status = RelationStatus.Planned })).Should().ContainSingle();
        (await RelationsAsync(_meng, new RelationFilter { Status = null })).Should().HaveCount(3);
        (await RelationsAsync(_meng, new RelationFilter { Status = null, MinConfidence = 0.5 })).Should().HaveCount(2);
        (await RelationsAsync(_meng, new RelationFilter { From = new DateOnly(2023, 6, 1) })).Should().ContainSingle(relation => relation.Type == RelationType.Met);
        (await RelationsAsync(_meng, new RelationFilter { To = new DateOnly(2023, 5, 31) })).Should().ContainSingle(relation => relation.Type == RelationType.Attended);
        (await RelationsAsync(_forum, new RelationFilter { Direction = RelationDirection.Outgoing })).Should().ContainSingle(relation => relation.Type == RelationType.LocatedIn);
        (await RelationsAsync(_forum, new RelationFilter { Direction = RelationDirection.Incoming })).Should().HaveCount(2);
        (await RelationsAsync(_tang, new RelationFilter { Direction = RelationDirection.Incoming })).Should().ContainSingle(relation => relation.Type == RelationType.Met);
    }

    [Fact]
    public async Task A_month_matches_every_day_that_it_can_mean()
    {
        await WriteAsync(Some.Document().Article(date: "2023-05").Saying(RelationType.Attended, _meng, _forum).Build());

        (await RelationsAsync(_meng, new RelationFilter { From = new DateOnly(2023, 5, 20), To = new DateOnly(2023, 5, 25) })).Should().ContainSingle();
        (await RelationsAsync(_meng, new RelationFilter { From = new DateOnly(2023, 6, 1) })).Should().BeEmpty();
    }

    [Fact]
    public async Task A_symmetric_relation_is_one_whichever_end_is_named_first()
    {
        await WriteAsync(
            Some.Document("a.txt").Saying(RelationType.SignedWith, _company, Some.Organization("北岸集团")).Build(),
            Some.Document("b.txt").Saying(RelationType.SignedWith, Some.Organization("北岸集团"), _company).Build());

        (await RelationsAsync(_company)).Should().ContainSingle().Which.EvidenceCount.Should().Be(2);
        (await RelationsAsync(Some.Organization("北岸集团"))).Should().ContainSingle();
    }

    [Fact]
    public async Task Entities_are_listed_by_type_in_both_orders_page_by_page()
    {
        await WriteAsync(Forum(), Meeting());

        var connected = await WalkAsync(new EntityFilter { Type = EntityType.Person });
        var named = await WalkAsync(new EntityFilter { Order = EntityOrder.Name });

        connected.Select(entity => entity.RelationCount).Should().BeInDescendingOrder().And.HaveCount(3);
        named.Select(entity => entity.Name).Should().BeInAscendingOrder(StringComparer.Ordinal).And.HaveCount(6);
    }

    [Fact]
    public async Task Articles_documents_and_mentions_are_found_by_id()
    {
        var document = Forum();
        await WriteAsync(document);

        var articles = await Store.ReadArticlesAsync([document.Document.Id], Cancellation);
        var mentions = await Store.ReadMentionsAsync([_meng.Id], 10, Cancellation);

        articles[document.Document.Id].Should().BeEquivalentTo(document.Articles);
        mentions[_meng.Id].Should().BeEquivalentTo(document.Mentions.Where(mention => mention.EntityId == _meng.Id));
        (await Store.FindArticlesAsync([document.Articles[0].Id, new ArticleId("none")], Cancellation)).Should().ContainSingle();
        (await Store.FindDocumentsAsync([document.Document.Id], Cancellation)).Values.Single().Should().BeEquivalentTo(document.Document);
    }

    [Fact]
    public async Task The_graph_is_counted_by_type()
    {
        await WriteAsync(Forum(), Meeting());

        var statistics = await Store.CountAsync(Cancellation);

        statistics.Documents.Should().Be(2);
        statistics.Articles.Should().Be(2);
        statistics.Evidence.Should().Be(5);
        statistics.Entities[EntityType.Person].Should().Be(3);
        statistics.Relations[RelationType.Attended].Should().Be(2);
        statistics.Relations.Should().NotContainKey(RelationType.Visited);
    }

    private async Task<List<Entity>> WalkAsync(EntityFilter filter, bool isBackward = false)
    {
        var walked = new List<Entity>();
        var request = new PageRequest(2) { IsBackward = isBackward };
        while (true)
        {
            var page = await Store.ListEntitiesAsync(filter, request, Cancellation);
            walked.AddRange(page.Values);
            if (!page.HasNextPage)
                return walked;

            request = isBackward ? request with { Before = page.Items[^1].Cursor } : request with { After = page.Items[^1].Cursor };
        }
    }
}
