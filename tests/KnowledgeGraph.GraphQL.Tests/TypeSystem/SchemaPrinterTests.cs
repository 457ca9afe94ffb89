using System.Text.Json;
using KnowledgeGraph.GraphQL.TypeSystem;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.GraphQL.Tests.TypeSystem;

/// <summary>A schema as text, from which an equal schema can be made.</summary>
public sealed class SchemaPrinterTests
{
    // All that the language has, in the order and form in which it is printed.
    private const string Canonical = """"
        """
        People, and what they ask.
        """
        schema @internal {
          query: Root
          mutation: Changes
        }

        """
        For us only.
        """
        directive @internal(
          """
          Since when.
          """
          since: String = "2020"
        ) repeatable on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION

        """
        A day.
        """
        scalar Date @specifiedBy(url: "https://example.org/date")

        """
        Where queries begin:

            with "quotes", a \""" and indented text.
        """
        type Root {
          found(by: Filter = {city: "北京", tags: ["a", "b"], order: NAME}, first: Int! = 10 @deprecated(reason: "Ask for all.")): [Found!]!
          old: Int @deprecated
        }

        type Changes {
          born(
            """
            The day.
            """
            on: Date!
          ): Person
        }

        interface Node @internal {
          id: ID!
        }

        interface Named implements Node {
          id: ID!
          name: String
        }

        type Person implements Named & Node @internal(since: "2021") @internal {
          id: ID! @internal
          name: String
        }

        union Found @internal = Person | Root

        enum Order @internal {
          NAME

          """
          By birth.
          """
          BORN @deprecated(reason: "Unknown for most.")
        }

        input Filter {
          city: String
          tags: [String!] = []
          order: Order = BORN @deprecated(reason: "x")
        }

        input Choice @oneOf {
          id: ID
          choice: Choice
        }
        """";

    [Fact]
    public void All_that_the_language_has_is_printed() =>
        SchemaPrinter.Print(Schema.FromSdl(Canonical)).Should().Be(Canonical.ReplaceLineEndings("\n").Replace("NAME\n\n", "NAME\n"));

    [Fact]
    public void What_extensions_add_stands_in_the_type()
    {
        var schema = Schema.FromSdl("type Query { a: Int } extend type Query @x { b: Int } directive @x on OBJECT | SCHEMA extend schema @x { mutation: M } type M { c: Int }");

        SchemaPrinter.Print(schema).Should().Be(
            """
            schema @x {
              query: Query
              mutation: M
            }

            directive @x on OBJECT | SCHEMA

            type Query @x {
              a: Int
              b: Int
            }

            type M {
              c: Int
            }
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("type Query { a: Int } type Mutation { b: Int }", false)]
    [InlineData("type Query { a: Int } type Mutation { b: Int } schema { query: Query mutation: Mutation }", false)]
    [InlineData("type Query { a: Int } type Mutation { b: Int } schema { query: Query }", true)]
    [InlineData("type Query { a: Int } input Mutation { b: Int } schema { query: Query }", true)]
    [InlineData("\"Text.\" schema { query: Query } type Query { a: Int }", true)]
    public void The_schema_is_defined_only_where_names_do_not_say_it(string sdl, bool isDefined) =>
        SchemaPrinter.Print(Schema.FromSdl(sdl)).Contains("schema {").Should().Be(isDefined);

    [Fact]
    public void One_type_can_be_printed()
    {
        var schema = Schema.FromSdl(Canonical);

        SchemaPrinter.Print(schema.FindType("Node")!).Should().Be("interface Node @internal {\n  id: ID!\n}");
    }

    [Fact]
    public async Task An_equal_schema_is_made_of_what_is_printed() => await AssertEqualAfterPrintingAsync(Canonical);

    [Fact]
    public async Task An_equal_schema_is_made_of_what_is_printed_of_any_schema_of_the_corpus()
    {
        var folder = Requirement.Of(Repository.Shared("graphql-conformance"), "This test needs the folder graphql-conformance beside the repository.");
        var schemas = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(folder, "schemas.json")))!;

        foreach (var sdl in schemas.Values)
            await AssertEqualAfterPrintingAsync(sdl);
    }

    private static async Task AssertEqualAfterPrintingAsync(string sdl)
    {
        var schema = Schema.FromSdl(sdl);
        var printed = SchemaPrinter.Print(schema);
        var again = Schema.FromSdl(printed);

        SchemaPrinter.Print(again).Should().Be(printed);
        (await IntrospectAsync(again)).Should().Be(await IntrospectAsync(schema));
    }

    private static async Task<string> IntrospectAsync(Schema schema)
    {
        const string query = """
            {
              __schema {
                description queryType { name } mutationType { name } subscriptionType { name }
                types {
                  kind name description specifiedByURL isOneOf interfaces { name } possibleTypes { name }
                  fields(includeDeprecated: true) { name description isDeprecated deprecationReason type { ...T } args(includeDeprecated: true) { ...V } }
                  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
                  inputFields(includeDeprecated: true) { ...V }
                }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...V } }
              }
            }
            fragment V on __InputValue { name description defaultValue isDeprecated deprecationReason type { ...T } }
            fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
            """;
        using var response = await new GraphQLExecutor(schema).ExecuteAsync(GraphQLRequest.FromText(query), TestContext.Current.CancellationToken);
        response.HasErrors.Should().BeFalse();
        return response.ToString();
    }
}
