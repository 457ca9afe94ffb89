using FluentAssertions;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;
using Xunit;

namespace KnowledgeGraph.Testing;

public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task Who_met_whom_counts_stated_meetings_and_shared_events()
    {
        await WriteAsync(Forum(), Meeting());

        var answer = await WhoMet.AskAsync(Adjacency, _meng.Id, new RelationFilter(), EntityType.Person, 10, Cancellation);

        answer.IsTruncated.Should().BeFalse();
        answer.Contacts.Select(contact => (contact.Entity.Name, contact.Encounters.Single().Event?.Name))
            .Should().BeEquivalentTo([("唐屿", null), ("陆清和", "2023江畔材料论坛")]);
        answer.Contacts.Should().OnlyContain(contact => Math.Abs(contact.Score - 0.9) < 1e-9);
    }

    [Fact]
    public async Task A_crowded_event_weighs_less_than_a_small_one()
    {
        var crowd = Some.Document("crowd.txt").Article(date: "2023-05-12").Saying(RelationType.Attended, _meng, _forum);
        foreach (var number in Enumerable.Range(0, 9))
            crowd.Saying(RelationType.Attended, Some.Person($"听众{number}"), _forum);

        var dinner = Some.Event("2023晚餐会");
        await WriteAsync(
            crowd.Build(),
            Some.Document("dinner.txt").Article(date: "2023-05-11").Saying(RelationType.Attended, _meng, dinner).Saying(RelationType.Attended, _lu, dinner).Build());

        var answer = await WhoMet.AskAsync(Adjacency, _meng.Id, new RelationFilter(), EntityType.Person, 10, Cancellation);

        answer.Contacts[0].Entity.Name.Should().Be("陆清和");
        answer.Contacts[0].Score.Should().BeApproximately(0.9, 1e-9);
        answer.Contacts[1].Score.Should().BeApproximately(0.1, 1e-9);
        answer.Contacts[1].Encounters.Single().Participants.Should().Be(10);
    }

    [Fact]
    public async Task Who_met_whom_can_be_asked_of_a_time()
    {
        await WriteAsync(Forum(), Meeting());

        var answer = await WhoMet.AskAsync(Adjacency, _meng.Id, new RelationFilter { From = new DateOnly(2023, 6, 1) }, EntityType.Person, 10, Cancellation);

        answer.Contacts.Should().ContainSingle().Which.Entity.Name.Should().Be("唐屿");
    }

    [Fact]
    public async Task Common_connections_are_those_of_all_and_the_rarest_come_first()
    {
        var rare = Some.Organization("澄江小会所");
        await WriteAsync(
            Forum(),
            Meeting(),
            Some.Document("club.txt").Article(date: "2023-07-01").Saying(RelationType.Visited, _meng, rare).Saying(RelationType.Visited, _lu, rare).Build());

        var both = await CommonConnections.AskAsync(Adjacency, [_meng.Id, _lu.Id], new RelationFilter(), 10, Cancellation);
        var three = await CommonConnections.AskAsync(Adjacency, [_meng.Id, _lu.Id, _tang.Id], new RelationFilter(), 10, Cancellation);

        both.Connections.Select(connection => connection.Entity.Name).Should().Equal("澄江小会所", "2023江畔材料论坛");
        both.Connections[0].Relations.Select(relation => relation.HeadId).Should().Equal(_meng.Id, _lu.Id);
        both.IsTruncated.Should().BeFalse();
        three.Connections.Should().BeEmpty();
    }

    [Fact]
    public async Task Co_attendance_lists_shared_events_in_order_of_time()
    {
        var dinner = Some.Event("2022晚餐会", "2022");
        await WriteAsync(
            Forum(),
            Some.Document("dinner.txt").Article(date: "2022-05-11").Saying(RelationType.Attended, _meng, dinner).Saying(RelationType.Attended, _lu, dinner).Saying(RelationType.Attended, _tang, dinner).Build());

        var two = await CoAttendance.AskAsync(Adjacency, [_meng.Id, _lu.Id], new RelationFilter(), 10, Cancellation);
        var three = await CoAttendance.AskAsync(Adjacency, [_meng.Id, _lu.Id, _tang.Id], new RelationFilter(), 10, Cancellation);
        var late = await CoAttendance.AskAsync(Adjacency, [_meng.Id, _lu.Id], new RelationFilter { From = new DateOnly(2023, 1, 1) }, 10, Cancellation);

        two.Events.Select(shared => shared.Event.Name).Should().Equal("2022晚餐会", "2023江畔材料论坛");
        two.Events[0].Relations.Select(relation => relation.HeadId).Should().Equal(_meng.Id, _lu.Id);
        three.Events.Select(shared => shared.Event.Name).Should().Equal("2022晚餐会");
        late.Events.Select(shared => shared.Event.Name).Should().Equal("2023江畔材料论坛");
    }

    [Fact]
    public async Task New_contacts_are_those_who_were_certainly_not_met_before()
    {
        await WriteAsync(
            Forum(),
            Meeting(),
            Some.Document("again.txt").Article(date: "2024-02-03").Saying(RelationType.Met, _meng, _lu).Saying(RelationType.Met, _meng, Some.Person("新面孔")).Build());

        var since = await NewContacts.AskAsync(Adjacency, _meng.Id, new DateOnly(2024, 1, 1), new RelationFilter(), EntityType.Person, 10, Cancellation);
        var ever = await NewContacts.AskAsync(Adjacency, _meng.Id, new DateOnly(2000, 1, 1), new RelationFilter(), EntityType.Person, 10, Cancellation);

        since.Contacts.Select(contact => contact.Entity.Name).Should().Equal("新面孔");
        ever.Contacts.Should().HaveCount(3);
    }

    [Fact]
    public async Task The_best_path_leads_through_people_and_events()
    {
        await WriteAsync(Forum(), Meeting());

        var answer = await PathsAsync(_lu, _company);

        var path = answer.Found.Should().ContainSingle().Subject;
        path.Entities.Select(entity => entity.Name).Should().Equal("陆清和", "2023江畔材料论坛", "孟怀瑾", "唐屿", "澄江新材料有限公司");
        path.Relations.Select(relation => relation.Type)
            .Should().Equal(RelationType.Attended, RelationType.Attended, RelationType.Met, RelationType.HoldsPosition);
        path.Cost.Should().BeApproximately(4 + Math.Log10(3) + (2 * Math.Log10(2)), 0.002);
    }

    [Fact]
    public async Task A_path_around_a_hub_is_better_than_one_through_it()
    {
        var (hub, between, further) = (Some.Place("通衢市"), Some.Organization("小渡船社"), Some.Organization("老渡口社"));
        var page = Some.Document().Article(date: "2023-01-01");
        foreach (var number in Enumerable.Range(0, 30))
            page.Saying(RelationType.Visited, Some.Person($"过客{number}"), hub);
        await WriteAsync(page
            .Saying(RelationType.Visited, _meng, hub).Saying(RelationType.Visited, _lu, hub)
            .Saying(RelationType.HoldsPosition, _meng, between).Saying(RelationType.PartOf, further, between).Saying(RelationType.HoldsPosition, _lu, further)
            .Build());

        var answer = await PathsAsync(_meng, _lu, count: 5);
        var around = await PathsAsync(_meng, _lu, count: 5, avoid: [between.Id]);
        var direct = await PathsAsync(_meng, _lu, count: 5, maxHops: 2);

        answer.Found.Select(path => string.Join('>', path.Entities.Skip(1).SkipLast(1).Select(entity => entity.Name))).Should().Equal("通衢市", "小渡船社>老渡口社");
        answer.Found[0].Cost.Should().BeApproximately(2 + Math.Log10(32), 0.002);
        around.Found.Should().ContainSingle();
        direct.Found.Should().ContainSingle();
    }

    [Fact]
    public async Task There_is_no_path_longer_than_asked_for_and_none_to_somebody_unknown()
    {
        await WriteAsync(Forum(), Meeting());

        (await PathsAsync(_lu, _company, maxHops: 3)).Found.Should().BeEmpty();
        (await PathsAsync(_lu, Some.Person("无名"))).Found.Should().BeEmpty();
        (await PathsAsync(_lu, _lu)).Found.Should().ContainSingle().Which.Entities.Should().ContainSingle();
    }

    [Fact]
    public async Task The_best_paths_come_in_the_order_of_their_cost_and_none_twice()
    {
        await WriteAsync(
            Forum(),
            Meeting(),
            Some.Document("more.txt").Article(date: "2023-08-01").Saying(RelationType.Met, _lu, _tang).Saying(RelationType.Met, _lu, _meng).Saying(RelationType.Attended, _tang, _forum).Build());

        var answer = await PathsAsync(_lu, _tang, count: 20);

        answer.Found.Should().HaveCountGreaterThan(3);
        answer.Found.Select(path => path.Cost).Should().BeInAscendingOrder();
        answer.Found.Select(path => string.Join('>', path.Entities.Select(entity => entity.Name))).Should().OnlyHaveUniqueItems();
        answer.Found.Should().OnlyContain(path => path.Entities.Select(entity => entity.Id).Distinct().Count() == path.Entities.Count);
    }

    [Fact]
    public async Task Rankings_put_the_first_first()
    {
        await WriteAsync(Forum(), Meeting());

        async Task<IEnumerable<string>> FirstAsync(RankingMeasure measure) =>
            (await Rankings.AskAsync(Adjacency, measure, EntityType.Person, new RelationFilter(), 10, Cancellation)).Entities.Select(ranked => ranked.Entity.Name);

        (await FirstAsync(RankingMeasure.Meetings)).Should().StartWith("孟怀瑾").And.HaveCount(3);
        (await FirstAsync(RankingMeasure.Connections)).Should().HaveCount(3);
        (await FirstAsync(RankingMeasure.Investors)).Should().BeEmpty();
        (await FirstAsync(RankingMeasure.PageRank)).Should().HaveCount(3);
    }

    [Fact]
    public async Task Communities_are_the_circles_of_those_who_have_to_do_with_each_other()
    {
        var page = Some.Document().Article(date: "2023-01-01");
        Entity[] north = [.. Enumerable.Range(0, 4).Select(number => Some.Person($"北岸{number}"))];
        Entity[] south = [.. Enumerable.Range(0, 4).Select(number => Some.Person($"南岸{number}"))];
        foreach (var (one, other) in north.SelectMany(one => north, (one, other) => (one, other)).Concat(south.SelectMany(one => south, (one, other) => (one, other))).Where(pair => pair.one != pair.other))
            page.Saying(RelationType.Met, one, other);
        await WriteAsync(page.Saying(RelationType.Met, north[0], south[0]).Build());

        var answer = await Communities.AskAsync(Adjacency, new RelationFilter(), 10, 10, Cancellation);

        answer.TotalCount.Should().Be(2);
        answer.Modularity.Should().BeApproximately(0.423, 0.001);
        answer.Communities.Should().OnlyContain(community => community.MemberCount == 4 && community.RelationCount == 6);
        answer.Communities[0].Members.Select(entity => entity.Name[0]).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_neighbourhood_grows_with_its_depth_and_says_what_it_left_out()
    {
        await WriteAsync(Forum(), Meeting());

        var near = await Neighbourhood.AskAsync(Adjacency, [_lu.Id], depth: 1, limit: 100, new RelationFilter(), Cancellation);
        var wide = await Neighbourhood.AskAsync(Adjacency, [_lu.Id], depth: 2, limit: 100, new RelationFilter(), Cancellation);
        var narrow = await Neighbourhood.AskAsync(Adjacency, [_lu.Id], depth: 2, limit: 3, new RelationFilter(), Cancellation);

        near.Entities.Select(entity => entity.Name).Should().Equal("陆清和", "2023江畔材料论坛");
        wide.Entities.Should().HaveCount(4);
        wide.Relations.Should().HaveCount(3);
        wide.OmittedEntities.Should().Be(0);
        narrow.Entities.Should().HaveCount(3);
        narrow.OmittedEntities.Should().Be(1);
    }

    /// <summary>How the questions walk: as the store under test is asked.</summary>
    protected virtual IAdjacency Adjacency => new StoreAdjacency(Store);

    private Task<PathsAnswer> PathsAsync(Entity from, Entity to, int count = 1, int maxHops = 6, IReadOnlyCollection<EntityId>? avoid = null) =>
        Paths.AskAsync(Adjacency, from.Id, to.Id, count, maxHops, avoid ?? [], new RelationFilter(), Cancellation);
}
