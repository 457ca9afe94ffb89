using System.Text.Json;

namespace KnowledgeGraph.Server.Tests;

/// <summary>What the sample pages say, asked as an analyst would.</summary>
/// <remarks>
/// Nine of the ten statements of <c>Samples/README.md</c>. The fifth, an investment in 潮望风电, is not read yet: the name is taken together with
/// the verb behind it.
/// </remarks>
public sealed class SamplePagesTests(RunningServer server)
{
    [Theory]
    [InlineData("郗明庚", "MET", "母先觉")]
    [InlineData("海若川", "MET", "段惟一")]
    [InlineData("钟离素", "ATTENDED", "第二届赣江稀土永磁产业发展论坛")]
    [InlineData("株洲磐磁传动股份有限公司", "SIGNED_WITH", "洛阳铸衡轴承股份有限公司")]
    [InlineData("茅听澜", "MET", "逄书仪")]
    [InlineData("亓文博", "MET", "段惟一")]
    [InlineData("邝雨山", "HOLDS_POSITION", "桂林漓岸储能科技有限公司")]
    [InlineData("海若川", "HOLDS_POSITION", "遵义市人民政府")]
    [InlineData("操慎行", "MET", "托比亚斯·克伦茨")]
    public async Task A_statement_of_the_samples_is_in_the_graph_with_its_sentence(string head, string type, string tail)
    {
        var data = await server.AskAsync(
            """
            query ($text: String!, $types: [RelationType!]) { search(text: $text, first: 50) { node { ... on Entity { name aliases relations(first: 100, filter: { types: $types }) {
                nodes { head { name aliases } tail { name aliases } sentence } } } } } }
            """,
            new { text = head, types = new[] { type } });

        var relations = data.GetProperty("search").EnumerateArray()
            .Select(hit => hit.GetProperty("node"))
            .Where(node => node.TryGetProperty("name", out _) && Names(node).Contains(head))
            .SelectMany(node => node.GetProperty("relations").GetProperty("nodes").EnumerateArray());
        relations.Should().Contain(relation => Names(relation.GetProperty("head")).Contains(tail) || Names(relation.GetProperty("tail")).Contains(tail));
    }

    [Fact]
    public async Task Persons_of_different_cities_are_connected()
    {
        var (from, to) = (await IdAsync("母先觉"), await IdAsync("成砚秋"));

        var path = (await server.AskAsync(
            "query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, first: 2) { paths { length cost sentence entities { name } relations { sentence } } } }", new { from, to })).GetProperty("paths").GetProperty("paths")[0];

        path.GetProperty("length").GetInt32().Should().BePositive();
        path.GetProperty("sentence").GetString().Should().Contain("母先觉").And.Contain("成砚秋");
        path.GetProperty("relations").EnumerateArray().Should().OnlyContain(relation => relation.GetProperty("sentence").GetString()!.Length > 0);
    }

    [Fact]
    public async Task Who_met_whom_lists_each_encounter_with_its_sentence()
    {
        var person = await IdAsync("段惟一");

        var answer = (await server.AskAsync(
            "query ($person: ID!) { whoMet(person: $person) { totalCount contacts { entity { name } score encounters { weight participants relations { sentence } } } } }", new { person })).GetProperty("whoMet");

        var contacts = answer.GetProperty("contacts").EnumerateArray().ToList();
        contacts.Select(contact => contact.GetProperty("entity").GetProperty("name").GetString()).Should().Contain(["海若川", "亓文博"]);
        contacts.Select(contact => contact.GetProperty("score").GetDouble()).Should().BeInDescendingOrder();
        contacts.SelectMany(contact => contact.GetProperty("encounters").EnumerateArray())
            .Should().OnlyContain(encounter => encounter.GetProperty("relations").GetArrayLength() > 0);
    }

    private static List<string?> Names(JsonElement entity) =>
        [entity.GetProperty("name").GetString(), .. entity.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString())];

    private async Task<string> IdAsync(string name)
    {
        var data = await server.AskAsync("query ($name: String!) { search(text: $name, types: [PERSON], first: 1) { node { id } } }", new { name });
        return data.GetProperty("search")[0].GetProperty("node").GetProperty("id").GetString()!;
    }
}
