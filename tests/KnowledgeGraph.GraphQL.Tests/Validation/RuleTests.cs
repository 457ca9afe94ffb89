using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;
using KnowledgeGraph.GraphQL.Validation;

namespace KnowledgeGraph.GraphQL.Tests.Validation;

/// <summary>What each rule of section 5 refuses, and in which words; and what none of them refuses.</summary>
public sealed class RuleTests
{
    private static readonly Schema _schema = Schema.FromSdl(
        """
        type Query { person(name: String!, born: Int = 1900, filter: Filter, hues: [Hue!]): Person node(id: ID!): Node found: [Found!]! choose(by: Choice!): Person }
        type Mutation { rename(name: String!): Person }
        type Subscription { renamed: Person born: Person }
        interface Node { id: ID! }
        type Person implements Node { id: ID! name(upper: Boolean): String friends(first: Int!): [Person!]! pet: Pet age: Int nick: String! }
        type Company implements Node { id: ID! name: String! owner: Person age: String }
        union Found = Person | Company
        union Pet = Person
        input Filter { city: String! from: Int to: Int = 5 tags: [String!] }
        input Choice @oneOf { id: ID name: String }
        enum Hue { RED GREEN }
        directive @once(note: String) on FIELD
        directive @many repeatable on FIELD
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        """);

    [Theory]
    // 5.1.1 to 5.2.4: documents and operations
    [InlineData("type A { a: Int } { found { __typename } }", "The \"A\" definition is not executable.")]
    [InlineData("query A { found { __typename } } query A { found { __typename } }", "There can be only one operation named \"A\".")]
    [InlineData("{ found { __typename } } query A { found { __typename } }", "This anonymous operation must be the only defined operation.")]
    [InlineData("subscription S { renamed { id } born { id } }", "Subscription \"S\" must select only one top level field.")]
    [InlineData("subscription { ...F } fragment F on Subscription { renamed { id } born { id } }", "Anonymous Subscription must select only one top level field.")]
    [InlineData("subscription { __typename }", "Anonymous Subscription must not select an introspection top level field.")]
    [InlineData("subscription ($a: Boolean!) { renamed @skip(if: $a) { id } }", "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.")]
    // 5.3: fields
    [InlineData("{ person(name: \"x\") { nam } }", "Cannot query field \"nam\" on type \"Person\". Did you mean \"name\"?")]
    [InlineData("{ node(id: 1) { friends } }", "Cannot query field \"friends\" on type \"Node\". Did you mean to use an inline fragment on \"Person\"?")]
    [InlineData("{ found { id } }", "Cannot query field \"id\" on type \"Found\". Did you mean to use an inline fragment on \"Person\" or \"Company\"?")]
    [InlineData("{ person(name: \"x\") { age { x } } }", "Field \"age\" must not have a selection since type \"Int\" has no subfields.")]
    [InlineData("{ person(name: \"x\") }", "Field \"person\" of type \"Person\" must have a selection of subfields. Did you mean \"person { ... }\"?")]
    // 5.3.2: merging
    [InlineData("{ person(name: \"x\") { x: age x: id } }", "Fields \"x\" conflict because they return conflicting types \"Int\" and \"ID!\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ person(name: \"x\") { x: name x: nick } }", "Fields \"x\" conflict because they return conflicting types \"String\" and \"String!\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ person(name: \"x\") { id } person(name: \"y\") { id } }", "Fields \"person\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ a: person(name: \"x\") { x: id } a: person(name: \"x\") { ...F } } fragment F on Person { x: nick }", "Fields \"x\" conflict because they return conflicting types \"ID!\" and \"String!\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ found { ... on Person { age } ... on Company { age } } }", "Fields \"age\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ node(id: 1) { ... on Node { x: id } ... on Person { x: nick } } }", "Fields \"x\" conflict because they return conflicting types \"ID!\" and \"String!\". Use different aliases on the fields to fetch both if this was intentional.")]
    // incremental delivery
    [InlineData("mutation { ... @defer { rename(name: \"x\") { id } } }", "@defer cannot be used on the root type \"Mutation\".")]
    [InlineData("subscription { renamed { ... @defer { id } } }", "@defer cannot be used in a subscription; disable it with the argument \"if\".")]
    [InlineData("subscription { renamed { ...F } } fragment F on Person { friends(first: 1) @stream { id } }", "@stream cannot be used in a subscription; disable it with the argument \"if\".")]
    [InlineData("query ($l: String) { found { ... @defer(label: $l) { __typename } } }", "The argument \"label\" of @defer must be a string that is written out.")]
    [InlineData("{ found @stream(label: \"x\") { ... @defer(label: \"x\") { __typename } } }", "The value for the argument \"label\" must be unique across all @defer and @stream.")]
    [InlineData("{ person(name: \"x\") { age @stream } }", "@stream cannot be used on \"Person.age\", which is no list.")]
    [InlineData("{ found @stream { __typename } found { __typename } }", "Fields \"found\" conflict because they have differing stream directives. Use different aliases on the fields to fetch both if this was intentional.")]
    // 5.4: arguments
    [InlineData("{ person(nam: 1, name: \"x\") { id } }", "Unknown argument \"nam\" on field \"Query.person\". Did you mean \"name\"?")]
    [InlineData("{ person(name: \"x\") { id @once(not: \"x\") } }", "Unknown argument \"not\" on directive \"@once\". Did you mean \"note\"?")]
    [InlineData("{ person(name: \"x\", name: \"x\") { id } }", "There can be only one argument named \"name\".")]
    [InlineData("{ person { id } }", "Argument \"Query.person(name:)\" of type \"String!\" is required, but it was not provided.")]
    [InlineData("{ person(name: \"x\") { id @skip } }", "Argument \"@skip(if:)\" of type \"Boolean!\" is required, but it was not provided.")]
    // 5.5: fragments
    [InlineData("{ ...F } fragment F on Query { found { __typename } } fragment F on Query { found { __typename } }", "There can be only one fragment named \"F\".")]
    [InlineData("{ ... on Nobody { id } }", "Unknown type \"Nobody\". Did you mean \"Node\"?")]
    [InlineData("{ ... on Hue { id } }", "Fragment cannot condition on non composite type \"Hue\".")]
    [InlineData("{ found { __typename } } fragment F on Query { found { __typename } }", "Fragment \"F\" is never used.")]
    [InlineData("{ ...G }", "Unknown fragment \"G\".")]
    [InlineData("{ ...F } fragment F on Query { ...F }", "Cannot spread fragment \"F\" within itself.")]
    [InlineData("{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }", "Cannot spread fragment \"F\" within itself via \"G\".")]
    [InlineData("{ person(name: \"x\") { ... on Company { id } } }", "Fragment cannot be spread here as objects of type \"Person\" can never be of type \"Company\".")]
    [InlineData("{ person(name: \"x\") { ...F } } fragment F on Company { id }", "Fragment \"F\" cannot be spread here as objects of type \"Person\" can never be of type \"Company\".")]
    // 5.6: values
    [InlineData("{ person(name: 1) { id } }", "String cannot represent a non string value: 1")]
    [InlineData("{ person(name: null) { id } }", "Expected value of type \"String!\", found null.")]
    [InlineData("{ person(name: \"x\", hues: [RED, REDD]) { id } }", "Value \"REDD\" does not exist in \"Hue\" enum. Did you mean \"RED\"?")]
    [InlineData("{ person(name: \"x\", filter: { from: 1 }) { id } }", "Field \"Filter.city\" of required type \"String!\" was not provided.")]
    [InlineData("{ person(name: \"x\", filter: { city: \"c\", fromm: 1 }) { id } }", "Field \"fromm\" is not defined by type \"Filter\". Did you mean \"from\"?")]
    [InlineData("{ person(name: \"x\", filter: { city: \"c\", city: \"d\" }) { id } }", "There can be only one input field named \"city\".")]
    [InlineData("{ choose(by: { id: 1, name: \"x\" }) { id } }", "Exactly one key must be specified for OneOf type \"Choice\".")]
    [InlineData("{ choose(by: { id: null }) { id } }", "Field \"Choice.id\" must be non-null.")]
    // 5.7: directives
    [InlineData("{ found @what { __typename } }", "Unknown directive \"@what\".")]
    [InlineData("query @once { found { __typename } }", "Directive \"@once\" may not be used on QUERY.")]
    [InlineData("{ found @once @once { __typename } }", "The directive \"@once\" can only be used once at this location.")]
    // 5.8: variables
    [InlineData("query ($a: Int, $a: Int) { person(name: \"x\", born: $a) { id } }", "There can be only one variable named \"$a\".")]
    [InlineData("query ($a: Person) { person(name: $a) { id } }", "Variable \"$a\" cannot be non-input type \"Person\".")]
    [InlineData("query Q { person(name: $a) { id } }", "Variable \"$a\" is not defined by operation \"Q\".")]
    [InlineData("query Q { ...F } fragment F on Query { person(name: $a) { id } }", "Variable \"$a\" is not defined by operation \"Q\".")]
    [InlineData("query Q($a: Int) { found { __typename } }", "Variable \"$a\" is never used in operation \"Q\".")]
    [InlineData("query ($a: Int) { person(name: $a) { id } }", "Variable \"$a\" of type \"Int\" used in position expecting type \"String!\".")]
    [InlineData("query ($a: [Hue]) { person(name: \"x\", hues: $a) { id } }", "Variable \"$a\" of type \"[Hue]\" used in position expecting type \"[Hue!]\".")]
    [InlineData("query ($a: ID) { choose(by: { id: $a }) { id } }", "Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Choice\".")]
    public void A_wrong_document_is_refused_in_words_that_help(string document, string message) =>
        Validate(document).Select(error => error.Message).Should().Contain(message);

    [Theory]
    [InlineData("query A { person(name: \"x\") { id } } query B { found { __typename } }")]
    [InlineData("{ person(name: \"x\") { id name(upper: true) name(upper: true) x: friends(first: 1) { id } x: friends(first: 1) { nick } } }")]
    [InlineData("{ found { ... on Person { x: nick } ... on Company { x: name } } }")]
    [InlineData("{ found { ... on Person { y: age } ... on Company { z: age } } }")]
    [InlineData("{ node(id: 1) { id ... on Person { id name } ...F } } fragment F on Company { label: name }")]
    [InlineData("query ($a: String!, $b: Int = 3, $c: [Hue!]) { person(name: $a, born: $b, hues: $c) { id } }")]
    [InlineData("query ($a: String = \"x\") { person(name: $a) { id } }")]
    [InlineData("query ($f: String!) { person(name: \"x\", filter: { city: $f, tags: \"one\" }) { id } }")]
    [InlineData("query ($id: ID!) { choose(by: { id: $id }) { id } }")]
    [InlineData("{ found @many @many { __typename } }")]
    [InlineData("subscription { renamed { id } }")]
    [InlineData("{ found @stream(initialCount: 1) { ... @defer(label: \"a\") { __typename } } }")]
    [InlineData("subscription ($on: Boolean!) { renamed { ... @defer(if: $on) { id } } }")]
    [InlineData("mutation { rename(name: \"x\") { ... @defer { id } } }")]
    [InlineData("{ __schema { types { name } } __type(name: \"Person\") { name } }")]
    [InlineData("{ person(name: \"x\", hues: RED, filter: { city: \"c\", from: null }) { id } }")]
    public void A_right_document_is_not_refused(string document) => Validate(document).Should().BeEmpty();

    [Fact]
    public void Names_of_the_schema_can_be_kept_secret()
    {
        var errors = Validator.Validate(_schema, DocumentNode.Parse("{ found { id } person(nam: \"x\", hues: REDD) { nam } }"), new GraphQLOptions { Suggestions = false });

        errors.Should().NotBeEmpty().And.OnlyContain(error => !error.Message.Contains("Did you mean"));
    }

    [Fact]
    public void Validation_stops_after_so_many_errors()
    {
        var document = DocumentNode.Parse($"{{ {string.Concat(Enumerable.Range(0, 300).Select(number => $"a{number} "))} }}");

        var errors = Validator.Validate(_schema, document, new GraphQLOptions { MaxValidationErrors = 10 });

        errors.Should().HaveCount(11);
        errors[^1].Message.Should().StartWith("Too many validation errors");
    }

    private static IReadOnlyList<GraphQLError> Validate(string document) => Validator.Validate(_schema, DocumentNode.Parse(document));
}
