using FluentAssertions;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.Graph.Storage;
using Xunit;

namespace KnowledgeGraph.Testing;

public abstract partial class GraphStoreContract
{
    [Fact]
    public async Task Who_met_whom_counts_stated_meetings_and_shared_events()
    {
        await WriteAsync(Forum(), Meeting());

        var answer = await WhoMet.AskAsync(Store, _meng.Id, new RelationFilter(), EntityType.Person, Cancellation);

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

        var answer = await WhoMet.AskAsync(Store, _meng.Id, new RelationFilter(), EntityType.Person, Cancellation);

        answer.Contacts[0].Entity.Name.Should().Be("陆清和");
        answer.Contacts[0].Score.Should().BeApproximately(0.9, 1e-9);
        answer.Contacts[1].Score.Should().BeApproximately(0.1, 1e-9);
        answer.Contacts[1].Encounters.Single().Participants.Should().Be(10);
    }

    [Fact]
    public async Task Who_met_whom_can_be_asked_of_a_time()
    {
        await WriteAsync(Forum(), Meeting());

        var answer = await WhoMet.AskAsync(Store, _meng.Id, new RelationFilter { From = new DateOnly(2023, 6, 1) }, EntityType.Person, Cancellation);

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

        var both = await CommonConnections.AskAsync(Store, [_meng.Id, _lu.Id], new RelationFilter(), Cancellation);
        var three = await CommonConnections.AskAsync(Store, [_meng.Id, _lu.Id, _tang.Id], new RelationFilter(), Cancellation);

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

        var two = await CoAttendance.AskAsync(Store, [_meng.Id, _lu.Id], new RelationFilter(), Cancellation);
        var three = await CoAttendance.AskAsync(Store, [_meng.Id, _lu.Id, _tang.Id], new RelationFilter(), Cancellation);
        var late = await CoAttendance.AskAsync(Store, [_meng.Id, _lu.Id], new RelationFilter { From = new DateOnly(2023, 1, 1) }, Cancellation);

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

        var since = await NewContacts.AskAsync(Store, _meng.Id, new DateOnly(2024, 1, 1), new RelationFilter(), EntityType.Person, Cancellation);
        var ever = await NewContacts.AskAsync(Store, _meng.Id, new DateOnly(2000, 1, 1), new RelationFilter(), EntityType.Person, Cancellation);

        since.Contacts.Select(contact => contact.Entity.Name).Should().Equal("新面孔");
        ever.Contacts.Should().HaveCount(3);
    }

    [Fact]
    public async Task The_shortest_path_leads_through_people_and_events()
    {
        await WriteAsync(Forum(), Meeting());

        var answer = await ShortestPath.AskAsync(Store, _lu.Id, _company.Id, 6, new RelationFilter(), Cancellation);

        answer.Entities.Select(entity => entity.Name).Should().Equal("陆清和", "2023江畔材料论坛", "孟怀瑾", "唐屿", "澄江新材料有限公司");
        answer.Relations.Select(relation => relation.Type)
            .Should().Equal(RelationType.Attended, RelationType.Attended, RelationType.Met, RelationType.HoldsPosition);
    }

    [Fact]
    public async Task There_is_no_path_longer_than_asked_for_and_none_to_somebody_unknown()
    {
        await WriteAsync(Forum(), Meeting());

        (await ShortestPath.AskAsync(Store, _lu.Id, _company.Id, 3, new RelationFilter(), Cancellation)).Entities.Should().BeEmpty();
        (await ShortestPath.AskAsync(Store, _lu.Id, Some.Person("无名").Id, 3, new RelationFilter(), Cancellation)).Entities.Should().BeEmpty();
        (await ShortestPath.AskAsync(Store, _lu.Id, _lu.Id, 3, new RelationFilter(), Cancellation)).Entities.Should().ContainSingle();
    }

    [Fact]
    public async Task A_neighbourhood_grows_with_its_depth_and_says_what_it_left_out()
    {
        await WriteAsync(Forum(), Meeting());

        var near = await Neighbourhood.AskAsync(Store, [_lu.Id], depth: 1, limit: 100, new RelationFilter(), Cancellation);
        var wide = await Neighbourhood.AskAsync(Store, [_lu.Id], depth: 2, limit: 100, new RelationFilter(), Cancellation);
        var narrow = await Neighbourhood.AskAsync(Store, [_lu.Id], depth: 2, limit: 3, new RelationFilter(), Cancellation);

        near.Entities.Select(entity => entity.Name).Should().Equal("陆清和", "2023江畔材料论坛");
        wide.Entities.Should().HaveCount(4);
        wide.Relations.Should().HaveCount(3);
        wide.OmittedEntities.Should().Be(0);
        narrow.Entities.Should().HaveCount(3);
        narrow.OmittedEntities.Should().Be(1);
    }
}
