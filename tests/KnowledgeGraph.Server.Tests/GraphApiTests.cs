using System.Text.Json;
using KnowledgeGraph.Api;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

[assembly: AssemblyFixture(typeof(KnowledgeGraph.Server.Tests.RunningServer))]

namespace KnowledgeGraph.Server.Tests;

public sealed class GraphApiTests(RunningServer server)
{
    private const string Meeting = "本报讯（记者 甲乙）2023年5月12日，江畔市市长孟怀瑾会见了澄江新材料有限公司董事长唐屿。\n";

    [Fact]
    public async Task A_person_is_found_by_a_part_of_the_name_and_leads_to_evidence()
    {
        var data = await server.AskAsync(
            """
            { search(text: "段惟", types: [PERSON]) { text node { id __typename ... on Person { name relations(first: 5) { nodes {
                type sentence evidence { sentence start end article { headline document { text } } } } } } } } }
            """);

        var person = data.GetProperty("search")[0].GetProperty("node");
        person.GetProperty("__typename").GetString().Should().Be("Person");
        person.GetProperty("name").GetString().Should().Be("段惟一");
        var relations = person.GetProperty("relations").GetProperty("nodes").EnumerateArray().ToList();
        relations.Should().NotBeEmpty();
        foreach (var evidence in relations.SelectMany(relation => relation.GetProperty("evidence").EnumerateArray()))
        {
            var text = evidence.GetProperty("article").GetProperty("document").GetProperty("text").GetString()!;
            text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()].Should().Be(evidence.GetProperty("sentence").GetString());
        }
    }

    [Fact]
    public async Task What_several_have_in_common_is_one_request_with_its_sentences()
    {
        var found = await server.AskAsync("{ events(first: 1) { nodes { id ... on Event { attendees(first: 2) { nodes { head { id } } } } } } }");
        var gathering = found.GetProperty("events").GetProperty("nodes")[0];
        var people = gathering.GetProperty("attendees").GetProperty("nodes").EnumerateArray().Select(relation => relation.GetProperty("head").GetProperty("id").GetString()).ToList();

        var data = await server.AskAsync(
            """
            query ($people: [ID!]!, $one: ID!) {
              commonConnections(between: $people) { totalCount connections { entity { id } relations { sentence } } }
              coAttendance(of: $people) { totalCount events { event { id } date relations { head { id } sentence } } }
              newContacts(of: $one, since: "1900") { totalCount contacts { entity { name } } }
            }
            """,
            new { people, one = people[0] });

        var shared = data.GetProperty("coAttendance").GetProperty("events")[0];
        shared.GetProperty("event").GetProperty("id").GetString().Should().Be(gathering.GetProperty("id").GetString());
        shared.GetProperty("relations").EnumerateArray().Select(relation => relation.GetProperty("head").GetProperty("id").GetString()).Should().Equal(people);
        data.GetProperty("commonConnections").GetProperty("connections").EnumerateArray().Select(connection => connection.GetProperty("entity").GetProperty("id").GetString())
            .Should().Contain(gathering.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("{ commonConnections(between: [\"a\"]) { totalCount } }")]
    [InlineData("{ coAttendance(of: [\"a\", \"a\"]) { totalCount } }")]
    public async Task Questions_about_several_take_at_least_two(string query)
    {
        var answer = await server.AnswerAsync(query);

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().Should().Be("ARGUMENT_OUT_OF_RANGE");
    }

    [Fact]
    public async Task Every_kind_of_thing_is_a_node()
    {
        var data = await server.AskAsync(
            "{ persons(first: 1) { nodes { id relations(first: 1, filter: { status: null }) { nodes { id evidence(first: 1) { article { id document { id } } } } } } } }");
        var person = data.GetProperty("persons").GetProperty("nodes")[0];
        var relation = person.GetProperty("relations").GetProperty("nodes")[0];
        var article = relation.GetProperty("evidence")[0].GetProperty("article");
        string[] ids = [.. new[] { person, relation, article, article.GetProperty("document") }.Select(node => node.GetProperty("id").GetString()!), "nothing"];

        var nodes = (await server.AskAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", new { ids })).GetProperty("nodes");

        nodes.EnumerateArray().Select(node => node.ValueKind == JsonValueKind.Null ? null : node.GetProperty("__typename").GetString())
            .Should().Equal("Person", "Relation", "Article", "Document", null);
    }

    [Fact]
    public async Task Lists_are_walked_by_cursor_without_gap_or_repeat()
    {
        var names = new List<string>();
        string? after = null;
        do
        {
            var page = (await server.AskAsync(
                "query ($after: String) { persons(order: NAME, first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }", new { after })).GetProperty("persons");
            names.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        var statistics = await server.Store.CountAsync(TestContext.Current.CancellationToken);
        names.Should().OnlyHaveUniqueItems().And.HaveCount((int)statistics.Entities[Graph.EntityType.Person]);
    }

    [Fact]
    public async Task A_page_is_ingested_once_corrected_by_its_source_and_deleted()
    {
        const string Ingest = "mutation ($source: String!, $text: String!) { ingest(input: { source: $source, text: $text }) { isChange entityCount document { id } } }";

        var first = (await server.AskAsync(Ingest, new { source = "test:page.txt", text = Meeting })).GetProperty("ingest");
        var again = (await server.AskAsync(Ingest, new { source = "test:page.txt", text = Meeting })).GetProperty("ingest");
        var corrected = (await server.AskAsync(Ingest, new { source = "test:page.txt", text = Meeting.Replace("唐屿", "唐崎", StringComparison.Ordinal) })).GetProperty("ingest");
        var old = await server.AskAsync("query ($id: ID!) { node(id: $id) { id } }", new { id = Id(first) });
        var deleted = await server.AskAsync("mutation ($id: ID!) { deleteDocument(id: $id) { deleted } }", new { id = Id(corrected) });

        first.GetProperty("isChange").GetBoolean().Should().BeTrue();
        first.GetProperty("entityCount").GetInt32().Should().BePositive();
        again.GetProperty("isChange").GetBoolean().Should().BeFalse();
        Id(corrected).Should().NotBe(Id(first));
        old.GetProperty("node").ValueKind.Should().Be(JsonValueKind.Null);
        deleted.GetProperty("deleteDocument").GetProperty("deleted").GetBoolean().Should().BeTrue();

        static string Id(JsonElement payload) => payload.GetProperty("document").GetProperty("id").GetString()!;
    }

    [Theory]
    [InlineData("{ persons(first: -1) { nodes { id } } }", "BAD_ARGUMENT")]
    [InlineData("{ persons(first: 100000) { nodes { id } } }", "BAD_ARGUMENT")]
    [InlineData("{ persons(first: 1, last: 1) { nodes { id } } }", "BAD_ARGUMENT")]
    [InlineData("{ persons(after: \"what\") { nodes { id } } }", "INVALID_CURSOR")]
    [InlineData("{ persons(filter: { text: \"\" }) { nodes { id } } }", "ARGUMENT_OUT_OF_RANGE")]
    [InlineData("{ search(text: \"\") { text } }", "BAD_ARGUMENT")]
    [InlineData("{ neighbourhood(of: [\"x\"], depth: 50) { omittedEntities } }", "ARGUMENT_OUT_OF_RANGE")]
    [InlineData("{ paths(from: \"x\", to: \"y\", maxHops: 99) { isTruncated } }", "ARGUMENT_OUT_OF_RANGE")]
    [InlineData("{ paths(from: \"x\", to: \"y\", first: 10000) { isTruncated } }", "ARGUMENT_OUT_OF_RANGE")]
    [InlineData("{ ranking(by: PAGE_RANK, first: 0) { totalCount } }", "ARGUMENT_OUT_OF_RANGE")]
    [InlineData("mutation { ingest(input: { source: \"x\", text: \" \" }) { isChange } }", "UNREADABLE_PAGE")]
    public async Task What_a_client_can_put_right_has_a_code(string query, string code)
    {
        var answer = await server.AnswerAsync(query);

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().Should().Be(code);
    }

    [Fact]
    public async Task Nobody_is_met_by_somebody_unknown_and_no_path_leads_there()
    {
        var data = await server.AskAsync("{ whoMet(person: \"x\") { totalCount } paths(from: \"x\", to: \"y\") { isTruncated } entity(id: \"x\") { name } neighbourhood(of: [\"x\"]) { entities { id } } }");

        data.GetProperty("whoMet").ValueKind.Should().Be(JsonValueKind.Null);
        data.GetProperty("paths").ValueKind.Should().Be(JsonValueKind.Null);
        data.GetProperty("entity").ValueKind.Should().Be(JsonValueKind.Null);
        data.GetProperty("neighbourhood").GetProperty("entities").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public void Every_type_and_field_of_the_schema_is_described_or_says_itself()
    {
        var schema = GraphSchema.Create();

        schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type.Description is null)
            .Select(type => type.Name)
            .Should().BeSubsetOf(["Query", "Mutation", "Subscription", "EntityConnection", "EntityEdge", "RelationConnection", "RelationEdge", "DocumentConnection", "DocumentEdge"]);
    }

    [Fact]
    public void The_schema_that_is_printed_is_the_one_that_is_written() =>
        SchemaPrinter.Print(GraphSchema.Create()).Should().Be(DocumentNode.Parse(GraphSchema.Sdl()).ToString());
}
