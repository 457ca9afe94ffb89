using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.TypeSystem;

/// <summary>How the elements of a schema are named from outside (section 3.14 of the specification).</summary>
public sealed class SchemaCoordinateTests
{
    private static readonly Schema _schema = Schema.FromSdl(
        """
        type Query { person(id: ID!, by: Order): Person }
        interface Node { id: ID! }
        type Person implements Node { id: ID! }
        enum Order { NAME BORN }
        input Filter { city: String }
        union Found = Person
        scalar Date
        directive @cost(weight: Int) on FIELD_DEFINITION
        """);

    [Theory]
    [InlineData("Person", "Person")]
    [InlineData("Date", "Date")]
    [InlineData("__Type", "__Type")]
    [InlineData("Query.person", "person")]
    [InlineData("Node.id", "id")]
    [InlineData("Query.person(by:)", "by")]
    [InlineData("Order.BORN", "BORN")]
    [InlineData("Filter.city", "city")]
    [InlineData("@cost", "cost")]
    [InlineData("@cost(weight:)", "weight")]
    [InlineData("@deprecated(reason:)", "reason")]
    [InlineData("__Type.fields(includeDeprecated:)", "includeDeprecated")]
    public void A_coordinate_leads_to_its_element(string coordinate, string name)
    {
        var element = SchemaCoordinate.Parse(coordinate).Resolve(_schema);

        (element switch
        {
            NamedType type => type.Name,
            FieldDefinition field => field.Name,
            InputValue value => value.Name,
            EnumValueDefinition value => value.Name,
            DirectiveDefinition directive => directive.Name,
            _ => null,
        }).Should().Be(name);
    }

    [Theory]
    [InlineData("Nobody")]
    [InlineData("Nobody.name")]
    [InlineData("Person.born")]
    [InlineData("Query.person(name:)")]
    [InlineData("Person.id(upper:)")]
    [InlineData("Order.AGE")]
    [InlineData("Order.NAME(of:)")]
    [InlineData("Filter.city(of:)")]
    [InlineData("Found.Person")]
    [InlineData("Date.day")]
    [InlineData("@nothing")]
    [InlineData("@nothing(at:)")]
    [InlineData("@cost(of:)")]
    public void What_is_not_in_the_schema_leads_nowhere(string coordinate) =>
        SchemaCoordinate.Parse(coordinate).Resolve(_schema).Should().BeNull();

    [Theory]
    [InlineData("Person")]
    [InlineData("Query.person")]
    [InlineData("Query.person(by:)")]
    [InlineData("@cost")]
    [InlineData("@cost(weight:)")]
    public void A_coordinate_is_printed_as_it_was_read(string coordinate) =>
        SchemaCoordinate.Parse(coordinate).ToString().Should().Be(coordinate);

    [Theory]
    [InlineData("", "Syntax Error: Expected Name, found <EOF>.", 1)]
    [InlineData("@", "Syntax Error: Expected Name, found <EOF>.", 2)]
    [InlineData("1a", "Syntax Error: Expected Name, found \"1\".", 1)]
    [InlineData("Person.", "Syntax Error: Expected Name, found <EOF>.", 8)]
    [InlineData("Person.name.first", "Syntax Error: Expected <EOF>, found \".\".", 12)]
    [InlineData("Person .name", "Syntax Error: Expected <EOF>, found \" \".", 7)]
    [InlineData("Person(name:)", "Syntax Error: Expected <EOF>, found \"(\".", 7)]
    [InlineData("@cost.weight", "Syntax Error: Expected <EOF>, found \".\".", 6)]
    [InlineData("Query.person(id)", "Syntax Error: Expected \":\", found \")\".", 16)]
    [InlineData("Query.person(id: 1)", "Syntax Error: Expected \")\", found \" \".", 17)]
    [InlineData("Query.person(id:)x", "Syntax Error: Expected <EOF>, found \"x\".", 18)]
    [InlineData("Query.人", "Syntax Error: Expected Name, found U+4EBA.", 7)]
    public void What_is_no_coordinate_is_refused_at_its_place(string text, string message, int column)
    {
        var parse = () => SchemaCoordinate.Parse(text);

        parse.Should().Throw<GraphQLSyntaxException>().WithMessage(message).Which.Location.Should().Be(new Location(1, column));
    }

    [Fact]
    public void Half_a_character_is_refused_and_not_crashed_on()
    {
        var parse = () => SchemaCoordinate.Parse($"Query.{'\ud800'}");

        parse.Should().Throw<GraphQLSyntaxException>().WithMessage("*found half a character.");
    }
}
