using FluentAssertions;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Xunit;

namespace KnowledgeGraph.Testing;

public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task Relations_are_walked_backwards_in_the_opposite_order()
    {
        foreach (var month in Enumerable.Range(1, 7))
            await WriteAsync(Meeting($"{month}.txt", $"2023-{month:D2}-01"));

        var forward = await WalkRelationsAsync(page => ReadMengAsync(page), isBackward: false);
        var backward = await WalkRelationsAsync(page => ReadMengAsync(page), isBackward: true);
        var all = await WalkRelationsAsync(page => Store.ListRelationsAsync(new RelationFilter { Types = [RelationType.Met] }, page, Cancellation), isBackward: true);

        forward.Should().HaveCount(7);
        backward.Should().Equal(Enumerable.Reverse(forward));
        all.Should().Equal(backward);
    }

    [Fact]
    public async Task A_page_lies_between_the_cursors_that_it_is_given()
    {
        foreach (var month in Enumerable.Range(1, 7))
            await WriteAsync(Meeting($"{month}.txt", $"2023-{month:D2}-01"));

        var all = (await ReadMengAsync(new PageRequest(10))).Items;
        var between = await ReadMengAsync(new PageRequest(10, all[1].Cursor) { Before = all[5].Cursor });
        var lastTwo = await ReadMengAsync(new PageRequest(2, all[1].Cursor) { Before = all[5].Cursor, IsBackward = true });

        between.Values.Select(relation => relation.Qualifiers.Date!.Date.Month).Should().Equal(5, 4, 3);
        between.HasNextPage.Should().BeFalse();
        lastTwo.Values.Select(relation => relation.Qualifiers.Date!.Date.Month).Should().Equal(3, 4);
        lastTwo.HasNextPage.Should().BeTrue();
    }

    [Theory]
    [InlineData(EntityOrder.Connected)]
    [InlineData(EntityOrder.Name)]
    [InlineData(EntityOrder.Date)]
    public async Task Entities_are_walked_backwards_in_every_order(EntityOrder order)
    {
        await WriteAsync(Forum(), Meeting(), Dinner());

        var forward = await WalkAsync(new EntityFilter { Order = order });
        var backward = await WalkAsync(new EntityFilter { Order = order }, isBackward: true);

        forward.Should().HaveCountGreaterThan(6);
        backward.Should().Equal(Enumerable.Reverse(forward), (left, right) => left.Id == right.Id);
    }

    [Fact]
    public async Task Documents_are_walked_backwards()
    {
        await WriteAsync(Forum(), Meeting(), Dinner());

        var forward = (await Store.ListDocumentsAsync(new PageRequest(10), Cancellation)).Values.Select(graph => graph.Document.Id);
        var backward = (await Store.ListDocumentsAsync(new PageRequest(10) { IsBackward = true }, Cancellation)).Values.Select(graph => graph.Document.Id);

        backward.Should().Equal(Enumerable.Reverse(forward.ToList()));
    }

    [Fact]
    public async Task Entities_are_filtered_by_a_part_of_a_name()
    {
        await WriteAsync(Forum(), Meeting());

        var found = await WalkAsync(new EntityFilter { Text = "江" });

        found.Select(entity => entity.Name).Should().BeEquivalentTo("2023江畔材料论坛", "江畔会堂", "澄江新材料有限公司");
        (await WalkAsync(new EntityFilter { Text = "江", Type = EntityType.Place })).Should().ContainSingle();
        (await WalkAsync(new EntityFilter { Text = "绝无此名" })).Should().BeEmpty();
    }

    [Fact]
    public async Task Entities_are_filtered_by_the_place_that_they_are_in_however_deep()
    {
        var (town, county) = (Some.Place("芦荡镇"), Some.Place("芦荡县"));
        await WriteAsync(
            Forum(),
            Some.Document("where.txt").Article().Saying(RelationType.LocatedIn, _hall, town).Saying(RelationType.LocatedIn, town, county).Saying(RelationType.LocatedIn, county, town).Build());

        (await WalkAsync(new EntityFilter { Place = county.Id, Type = EntityType.Event })).Should().ContainSingle(found => found.Id == _forum.Id);
        (await WalkAsync(new EntityFilter { Place = town.Id })).Select(entity => entity.Name).Should().Contain(["江畔会堂", "2023江畔材料论坛"]);
        (await WalkAsync(new EntityFilter { Place = _forum.Id })).Should().BeEmpty();
    }

    [Fact]
    public async Task Events_are_filtered_by_the_days_that_they_can_lie_on()
    {
        var (day, month, undated) = (
            Some.Event("春茶会") with { Date = new FactDate(PartialDate.Parse("2023-05-12"), IsPrinted: true) },
            Some.Event("夏茶会") with { Date = new FactDate(PartialDate.Parse("2023-06"), IsPrinted: true) },
            Some.Event("茶话会"));
        await WriteAsync(Some.Document().Article().Saying(RelationType.Attended, _meng, day).Saying(RelationType.Attended, _meng, month).Saying(RelationType.Attended, _meng, undated).Build());

        async Task<IEnumerable<string>> Named(DateOnly? from, DateOnly? to) =>
            (await WalkAsync(new EntityFilter { Type = EntityType.Event, From = from, To = to, Order = EntityOrder.Date })).Select(entity => entity.Name);

        (await Named(null, null)).Should().Equal("夏茶会", "春茶会", "茶话会");
        (await Named(new DateOnly(2023, 5, 13), null)).Should().Equal("夏茶会");
        (await Named(new DateOnly(2023, 6, 20), new DateOnly(2023, 6, 25))).Should().Equal("夏茶会");
        (await Named(null, new DateOnly(2023, 5, 12))).Should().Equal("春茶会");
    }

    [Fact]
    public async Task As_of_a_day_only_what_was_certainly_in_print_is_known()
    {
        await WriteAsync(
            Forum(),
            Some.Document("month.txt").Article(date: "2023-05").Saying(RelationType.Met, _meng, _lu).Build(),
            Some.Document("undated.txt").Article().Saying(RelationType.Met, _meng, _tang).Build());

        async Task<int> KnownAsync(int year, int month, int day) =>
            (await Store.ReadRelationsAsync([_meng.Id], new RelationFilter { AsOf = new AsOf(new DateOnly(year, month, day)) }, new PageRequest(10), Cancellation))
                .GetValueOrDefault(_meng.Id, Page<Relation>.Empty).Items.Count;

        (await KnownAsync(2023, 5, 11)).Should().Be(0);
        (await KnownAsync(2023, 5, 12)).Should().Be(1);
        (await KnownAsync(2023, 5, 30)).Should().Be(1);
        (await KnownAsync(2023, 5, 31)).Should().Be(2);
        (await KnownAsync(2024, 1, 1)).Should().Be(2);
    }

    private static DocumentGraph Dinner() =>
        Some.Document("dinner.txt").Article(date: "2022-05-11").Saying(RelationType.Attended, _lu, Some.Event("2022晚餐会") with { Date = new FactDate(PartialDate.Parse("2022-05-11"), IsPrinted: true) }).Build();

    private async Task<Page<Relation>> ReadMengAsync(PageRequest page) =>
        (await Store.ReadRelationsAsync([_meng.Id], new RelationFilter(), page, Cancellation)).GetValueOrDefault(_meng.Id, Page<Relation>.Empty);

    private static async Task<List<RelationId>> WalkRelationsAsync(Func<PageRequest, Task<Page<Relation>>> read, bool isBackward)
    {
        var walked = new List<RelationId>();
        var request = new PageRequest(2) { IsBackward = isBackward };
        while (true)
        {
            var page = await read(request);
            walked.AddRange(page.Values.Select(relation => relation.Id));
            if (!page.HasNextPage)
                return walked;

            request = isBackward ? request with { Before = page.Items[^1].Cursor } : request with { After = page.Items[^1].Cursor };
        }
    }
}
