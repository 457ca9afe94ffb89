using System.Text.Json.Nodes;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.Execution;

/// <summary>What an operation may cost, by the IBM cost specification, before it is executed.</summary>
public sealed class CostTests
{
    private const string Sdl =
        """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
        type Query {
          person: Person!
          people(first: Int, last: Int): [Person!]! @listSize(slicingArguments: ["first", "last"])
          some(first: Int = 3): [Person!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
          twenty: [Person!]! @listSize(assumedSize: 20)
          page(first: Int!): Page! @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])
          thing: Thing!
          found(filter: Filter, by: String @cost(weight: "2")): Person @cost(weight: "5")
          plain: [Person!]!
        }
        type Page { edges: [Edge!]! nodes: [Person!]! total: Int! }
        type Edge { node: Person! }
        type Person { name: String! best: Person! score: Int! @cost(weight: "3") }
        type Dear @cost(weight: "8") { person: Person! }
        union Thing = Person | Dear
        input Filter { city: String @cost(weight: "4") not: Filter tags: [String!] }
        """;

    [Theory]
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ person { name } }", 1, 2)]
    [InlineData("{ person { best { best { name } } } }", 3, 4)]
    [InlineData("{ person { score } }", 4, 2)]
    [InlineData("{ people(first: 7) { best { name } } }", 8, 15)]
    [InlineData("{ people(last: 2) { name } }", 1, 3)]
    [InlineData("{ some { name } }", 1, 4)]
    [InlineData("{ twenty { name score } }", 61, 21)]
    [InlineData("{ plain { best { name } } }", 11, 21)]
    [InlineData("{ page(first: 5) { edges { node { name } } total } }", 7, 12)]
    [InlineData("{ page(first: 5) { nodes { best { name } } } }", 7, 12)]
    [InlineData("{ thing { ... on Person { name } ... on Dear { person { best { name } } } } }", 3, 11)]
    [InlineData("{ found { name } }", 5, 2)]
    [InlineData("{ found(by: \"x\", filter: { city: \"x\", not: { city: \"y\" } }) { name } }", 15, 2)]
    [InlineData("{ person { ... @include(if: false) { score } a: name b: name } }", 1, 2)]
    public async Task The_costs_of_an_operation_are_told_to_who_asks(string query, double field, double type)
    {
        var answer = await AskAsync(query);

        ((double)answer["extensions"]!["cost"]!["fieldCost"]!).Should().Be(field);
        ((double)answer["extensions"]!["cost"]!["typeCost"]!).Should().Be(type);
    }

    [Theory]
    [InlineData("{\"n\":4}", 4)]
    [InlineData("{}", 10)]
    [InlineData("{\"n\":null}", 10)]
    public async Task The_length_of_a_list_may_be_in_a_variable(string variables, double length)
    {
        var answer = await AskAsync("query ($n: Int) { people(first: $n) { name } }", variables);

        ((double)answer["extensions"]!["cost"]!["typeCost"]!).Should().Be(length + 1);
    }

    [Fact]
    public async Task The_fields_of_an_input_object_count_in_a_variable_as_well()
    {
        var answer = await AskAsync("query ($f: Filter) { found(filter: $f) { name } }", """{"f":{"city":"x","not":{"city":"y","tags":["a"]}}}""");

        ((double)answer["extensions"]!["cost"]!["fieldCost"]!).Should().Be(13);
    }

    [Fact]
    public async Task Nothing_is_told_to_who_does_not_ask() =>
        (await AskAsync("{ person { name } }", reportCost: false)).ContainsKey("extensions").Should().BeFalse();

    [Theory]
    [InlineData("{ people(first: 100) { best { name } } }", 100, 1_000, "The operation may have a field cost of 101; 100 is allowed.")]
    [InlineData("{ people(first: 100) { name } }", 1_000, 100, "The operation may have a type cost of 101; 100 is allowed.")]
    [InlineData("{ people(first: 2147483647) { best { name } } }", 100, 1_000, "field cost of 2147483648")]
    public async Task Nothing_is_called_for_an_operation_over_the_budget(string query, double maxField, double maxType, string message)
    {
        var answer = await AskAsync(query, options: new GraphQLOptions { MaxFieldCost = maxField, MaxTypeCost = maxType });

        answer.ContainsKey("data").Should().BeFalse();
        ((string)answer["errors"]![0]!["message"]!).Should().Contain(message);
        ((string)answer["errors"]![0]!["extensions"]!["code"]!).Should().Be("COST_TOO_HIGH");
    }

    [Theory]
    [InlineData("{ people { name } }")]
    [InlineData("{ people(first: 1, last: 1) { name } }")]
    public async Task A_list_must_be_cut_in_one_way(string query) =>
        ((string)(await AskAsync(query))["errors"]![0]!["message"]!).Should().Be("Field \"Query.people\" needs exactly one of the arguments \"first\", \"last\".");

    private static async Task<JsonObject> AskAsync(string query, string? variables = null, GraphQLOptions? options = null, bool reportCost = true)
    {
        var given = GraphQLRequest.FromText(query, variables);
        var request = new GraphQLRequest { Query = given.Query, Variables = given.Variables, ReportCost = reportCost };
        using var response = await new GraphQLExecutor(Schema.FromSdl(Sdl, Bind), options).ExecuteAsync(request, TestContext.Current.CancellationToken);
        return JsonNode.Parse(response.Json.Span)!.AsObject();
    }

    private static void Bind(Binding.SchemaBinder bind)
    {
        bind.Query()
            .Field("person", _ => "a").Field("people", _ => (string[])["a"]).Field("some", _ => (string[])["a"]).Field("twenty", _ => (string[])["a"])
            .Field("page", _ => new object()).Field("thing", _ => (object)"a").Field("found", _ => "a").Field("plain", _ => (string[])["a"]);
        bind.Object<object>("Page").Field("edges", _ => (string[])["a"]).Field("nodes", _ => (string[])["a"]).Field("total", _ => 1);
        bind.Object<string>("Edge").Field("node", name => name);
        bind.Object<string>("Person").Field("name", name => name).Field("best", name => name).Field("score", _ => 1);
        bind.Object<Dear>("Dear").Field("person", _ => "a");
        bind.Union<object>("Thing");
    }

    private sealed record Dear;
}
