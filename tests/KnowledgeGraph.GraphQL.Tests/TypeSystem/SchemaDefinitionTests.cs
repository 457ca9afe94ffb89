using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.TypeSystem;

/// <summary>A type system that is defined in C#.</summary>
public sealed class SchemaDefinitionTests
{
    [Fact]
    public void A_definition_is_the_document_that_says_the_same()
    {
        var document = new SchemaDefinition()
            .Directive("cost", [DirectiveLocation.FieldDefinition, DirectiveLocation.Object], directive => directive.Argument("weight", "String!"))
            .Scalar("Date", scalar => scalar.Apply("@specifiedBy(url: \"https://example.org\")").Describe("A day."))
            .Interface("Node", type => type.Field("id", "ID!"))
            .Object("Query", type => type.Field("people", "[Person!]!", field => field
                .Argument("first", "Int!", "20")
                .Argument("hue", "Hue", "RED", hue => hue.Deprecate("Too loud."))
                .Argument("filter", "Filter")
                .Describe("All of them.")))
            .Object("Person", type => type
                .Implements("Node")
                .Field("id", "ID!")
                .Field("born", "Date", field => field.Apply("@cost(weight: \"2\")"))
                .Apply("@cost(weight: \"3\")")
                .Describe("A person.\nOf flesh and blood."))
            .Union("Found", ["Person"])
            .Enum("Hue", type => type.Value("RED").Value("GREEN", value => value.Describe("Like grass.")))
            .Input("Filter", type => type.Argument("city", "String!", "\"x\""))
            .ToDocument();

        document.ToString().Should().Be(DocumentNode.Parse(
            """"
            directive @cost(weight: String!) on FIELD_DEFINITION | OBJECT
            "A day."
            scalar Date @specifiedBy(url: "https://example.org")
            interface Node { id: ID! }
            type Query {
              "All of them."
              people(first: Int! = 20, hue: Hue = RED @deprecated(reason: "Too loud."), filter: Filter): [Person!]!
            }
            """
            A person.
            Of flesh and blood.
            """
            type Person implements Node @cost(weight: "3") { id: ID! born: Date @cost(weight: "2") }
            union Found = Person
            enum Hue { RED "Like grass." GREEN }
            input Filter { city: String! = "x" }
            """").ToString());
    }

    [Fact]
    public async Task What_is_defined_in_CSharp_is_executed_as_what_is_written()
    {
        var definition = new SchemaDefinition().Object("Query", type => type.Field("double", "Int!", field => field.Argument("number", "Int!", "21")));
        var executor = new GraphQLExecutor(Schema.FromDocument(definition.ToDocument(), bind => bind.Query().Field("double", (_, context) => 2 * context.Argument<int>("number"))));

        using var response = await executor.ExecuteAsync(GraphQLRequest.FromText("{ double }"), TestContext.Current.CancellationToken);

        response.ToString().Should().Be("{\"data\":{\"double\":42}}");
    }

    [Theory]
    [InlineData("1a", "Int")]
    [InlineData("a b", "Int")]
    [InlineData("[a]", "Int")]
    [InlineData("a", "[Int")]
    [InlineData("a", "")]
    public void What_is_not_in_the_grammar_is_refused_where_it_is_said(string name, string type)
    {
        var define = () => new SchemaDefinition().Object("Query", query => query.Field(name, type));

        define.Should().Throw<Exception>().Where(exception => exception is ArgumentException || exception is GraphQLSyntaxException);
    }

    [Fact]
    public void What_breaks_a_rule_is_said_when_the_schema_is_made()
    {
        var make = () => Schema.FromDocument(new SchemaDefinition().Object("Query", type => type.Field("a", "Nobody")).ToDocument(), _ => { });

        make.Should().Throw<SchemaException>().WithMessage("*Nobody*");
    }
}
