using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Tests.TypeSystem;

/// <summary>What each rule of section 3 refuses, in which words and where; and what none of them refuses.</summary>
public sealed class SchemaRuleTests
{
    [Theory]
    // The document
    [InlineData("type Query { a: Int } { a }", "(1:23) A schema document holds no operations and no fragments.")]
    [InlineData("type Query { a: Int } fragment F on Query { a }", "(1:23) A schema document holds no operations and no fragments.")]
    [InlineData("schema { query: Q } type Q { a: Int } schema { query: Q }", "(1:39) There can be only one schema definition.")]
    [InlineData("schema { query: Q query: R } type Q { a: Int } type R { a: Int }", "(1:10) There can be only one query type in the schema.")]
    [InlineData("schema { query: Q } extend schema { query: Q } type Q { a: Int }", "(1:10) There can be only one query type in the schema.")]
    [InlineData("type Query { a: Int } scalar A enum A { B }", "(1:30) There can be only one type named \"A\".")]
    [InlineData("type Query { a: Int } directive @a on FIELD directive @a on QUERY", "(1:34) There can be only one directive named \"@a\".")]
    [InlineData("type Query { a: Int a: Int }", "(1:14) Field \"Query.a\" can only be defined once.")]
    [InlineData("type Query { a: Int } extend type Query { a: Int }", "(1:14) Field \"Query.a\" can only be defined once.")]
    [InlineData("type Query { a(b: I): Int } input I { a: Int a: Int }", "(1:39) Field \"I.a\" can only be defined once.")]
    [InlineData("type Query { a: E } enum E { A A }", "(1:30) Enum value \"E.A\" can only be defined once.")]
    [InlineData("type Query { a: E } enum E { A } extend enum E { A }", "(1:30) Enum value \"E.A\" can only be defined once.")]
    [InlineData("type Query { a(b: Int, b: Int): Int }", "(1:16) Argument \"Query.a(b:)\" can only be defined once.")]
    [InlineData("type Query { a: Int } directive @a(b: Int, b: Int) on FIELD", "(1:36) Argument \"@a(b:)\" can only be defined once.")]
    [InlineData("type Query { __a: Int }", "(1:14) Name \"__a\" must not begin with \"__\", which is reserved for introspection.")]
    [InlineData("type Query { a(__b: Int): Int }", "(1:16) Name \"__b\" must not begin with \"__\", which is reserved for introspection.")]
    [InlineData("type Query { a: __A } scalar __A", "(1:30) Name \"__A\" must not begin with \"__\", which is reserved for introspection.")]
    [InlineData("type Query { a: Int } type __Schema { a: Int }", "(1:28) Name \"__Schema\" must not begin with \"__\", which is reserved for introspection.")]
    [InlineData("type Query { a: E } enum E { __A }", "(1:30) Name \"__A\" must not begin with \"__\", which is reserved for introspection.")]
    [InlineData("type Query { a(b: I): Int } input I { __a: Int }", "(1:39) Name \"__a\" must not begin with \"__\", which is reserved for introspection.")]
    [InlineData("type Query { a: Int } directive @__a on FIELD", "(1:34) Name \"__a\" must not begin with \"__\", which is reserved for introspection.")]
    [InlineData("type Query { a: Int } type Int { a: Query }", "(1:28) \"Int\" is a built-in scalar and can be nothing else.")]
    [InlineData("type Query { a: Int } directive @skip(unless: Boolean!) on FIELD", "(1:23) The built-in directive \"@skip\" takes the argument \"if: Boolean!\".")]
    [InlineData("type Query { a: Int } extend type Person { a: Int }", "(1:35) Cannot extend type \"Person\" because it is not defined.")]
    [InlineData("type Query { a: Int } extend input Query { a: Int }", "(1:1) Cannot extend \"Query\" as an input object type, because it is defined as another kind of type.")]
    [InlineData("type Query { a: Hu } enum Hue { A }", "(1:17) Unknown type \"Hu\". Did you mean \"Hue\"?")]
    [InlineData("type Query { a: [[Hu!]]! }", "(1:19) Unknown type \"Hu\".")]
    [InlineData("type Query implements N { a: Int }", "(1:23) Unknown type \"N\".")]
    [InlineData("type Query { a: U } union U = Vehicle", "(1:31) Unknown type \"Vehicle\".")]
    [InlineData("schema { query: Q }", "(1:17) Unknown type \"Q\".")]
    // Root types
    [InlineData("type A { a: Int }", "Query root type must be provided.")]
    [InlineData("schema { mutation: M } type M { a: Int } type Query { a: Int }", "(1:1) Query root type must be provided.")]
    [InlineData("schema { query: I } interface I { a: Int }", "(1:17) Query root type must be an object type, it cannot be \"I\".")]
    [InlineData("type Query { a: Int } input Mutation { a: Int }", "(1:23) Mutation root type must be an object type, it cannot be \"Mutation\".")]
    [InlineData("schema { query: Q mutation: Q } type Q { a: Int }", "(1:17) All root types must be different, \"Q\" is the type of query and mutation operations.")]
    // Types and their members
    [InlineData("type Query", "(1:1) Type \"Query\" must define one or more fields.")]
    [InlineData("type Query { a: I } interface I", "(1:21) Type \"I\" must define one or more fields.")]
    [InlineData("type Query { a: U } union U", "(1:21) Union type \"U\" must define one or more member types.")]
    [InlineData("type Query { a: E } enum E", "(1:21) Enum type \"E\" must define one or more values.")]
    [InlineData("type Query { a(b: I): Int } input I", "(1:29) Input object type \"I\" must define one or more fields.")]
    [InlineData("type Query { a: U } union U = S scalar S", "(1:31) Union type \"U\" can only include object types, it cannot include \"S\".")]
    [InlineData("type Query { a: U } union U = Query | Query", "(1:31) Union type \"U\" can only include type \"Query\" once.")]
    [InlineData("type Query { a: [I!] } input I { b: Int }", "(1:17) The type of \"Query.a\" must be an output type, it cannot be \"[I!]\".")]
    [InlineData("type Query { a(b: Query!): Int }", "(1:19) The type of \"Query.a(b:)\" must be an input type, it cannot be \"Query!\".")]
    [InlineData("type Query { a(b: I): Int } input I { c: U } union U = Query", "(1:42) The type of \"I.c\" must be an input type, it cannot be \"U\".")]
    [InlineData("type Query { a: Int } directive @a(b: [Query]) on FIELD", "(1:39) The type of \"@a(b:)\" must be an input type, it cannot be \"[Query]\".")]
    // Interfaces
    [InlineData("type Query implements A { a: Int } type A { a: Int }", "(1:23) Type \"Query\" can only implement interfaces, it cannot implement \"A\".")]
    [InlineData("type Query { a: Int } interface I implements I { a: Int }", "(1:46) Type \"I\" cannot implement itself.")]
    [InlineData("type Query implements I & I { a: Int } interface I { a: Int }", "(1:23) Type \"Query\" can only implement \"I\" once.")]
    [InlineData("type Query implements I { a: Int } extend type Query implements I interface I { a: Int }", "(1:23) Type \"Query\" can only implement \"I\" once.")]
    [InlineData("type Query { a: Int } interface I implements J { a: Int } interface J implements I { a: Int }", "(1:46) Type \"I\" cannot implement \"J\", because \"J\" implements \"I\".")]
    [InlineData("type Query implements I { a: Int } interface I implements J { a: Int } interface J { a: Int }", "(1:23) Type \"Query\" must implement \"J\", because \"I\" implements it.")]
    [InlineData("type Query implements I { a: Int } interface I { b: Int }", "(1:6) Type \"Query\" must have the field \"I.b\" of the interface.")]
    [InlineData("type Query implements I { a: Int } interface I { a: Int! }", "(1:30) The type of \"Query.a\" must be \"Int!\" as in \"I.a\", or a subtype of it; it cannot be \"Int\".")]
    [InlineData("type Query implements I { a: [Int] } interface I { a: Int }", "(1:30) The type of \"Query.a\" must be \"Int\" as in \"I.a\", or a subtype of it; it cannot be \"[Int]\".")]
    [InlineData("type Query implements I { a: Int } interface I { a: [Int] }", "(1:30) The type of \"Query.a\" must be \"[Int]\" as in \"I.a\", or a subtype of it; it cannot be \"Int\".")]
    [InlineData("type Query implements I { a: I } interface I { a: Query }", "(1:30) The type of \"Query.a\" must be \"Query\" as in \"I.a\", or a subtype of it; it cannot be \"I\".")]
    [InlineData("type Query implements I { a: Int } interface I { a(b: Int): Int }", "(1:27) Field \"Query.a\" must take the argument \"I.a(b:)\" of the interface.")]
    [InlineData("type Query implements I { a(b: Int!): Int } interface I { a(b: Int): Int }", "(1:32) The type of \"Query.a(b:)\" must be \"Int\" as in \"I.a\", it cannot be \"Int!\".")]
    [InlineData("type Query implements I { a(b: Int!): Int } interface I { a: Int }", "(1:29) Argument \"Query.a(b:)\" must not be required, because \"I.a\" does not have it.")]
    [InlineData("type Query implements I { a: Int @deprecated } interface I { a: Int }", "(1:27) Field \"Query.a\" cannot be deprecated, because \"I.a\" is not.")]
    // Input objects
    [InlineData("type Query { a(b: I): Int } input I { c: I! }", "(1:39) Input object \"I\" can never be given a value, because it contains itself by: I.c.")]
    [InlineData("type Query { a(b: I): Int } input I { c: J! } input J { d: Int e: I! }", "(1:39) Input object \"I\" can never be given a value, because it contains itself by: I.c, J.e.")]
    [InlineData("type Query { a(b: I): Int } input I @oneOf { c: I }", "(1:46) Input object \"I\" can never be given a value, because it contains itself by: I.c.")]
    [InlineData("type Query { a(b: I): Int } input I { c: I = {} }", "(1:46) The default value of \"I.c\" contains itself.")]
    [InlineData("type Query { a(b: I): Int } input I { c: J = {} } input J { d: [I] = [{}] }", "(1:46) The default value of \"I.c\" contains itself by the default values of: J.d.")]
    [InlineData("type Query { a(b: I): Int } input I { c: I = { d: 1, e: {} } d: Int e: I }", "(1:46) The default value of \"I.c\" contains itself.")]
    [InlineData("type Query { a(b: I): Int } input I @oneOf { c: Int! }", "(1:49) The field \"I.c\" of a @oneOf input object must be nullable.")]
    [InlineData("type Query { a(b: I): Int } input I @oneOf { c: Int = 1 }", "(1:55) The field \"I.c\" of a @oneOf input object cannot have a default value.")]
    [InlineData("type Query { a(b: Int! @deprecated): Int }", "(1:16) Required argument \"Query.a(b:)\" cannot be deprecated.")]
    [InlineData("type Query { a(b: I): Int } input I { c: Int! @deprecated }", "(1:39) Required input field \"I.c\" cannot be deprecated.")]
    [InlineData("type Query { a(b: Int = \"x\"): Int }", "(1:25) Int cannot represent non-integer value: \"x\"")]
    [InlineData("type Query { a(b: Int! = null): Int }", "(1:26) Expected value of type \"Int!\", found null.")]
    [InlineData("type Query { a(b: [E] = [A, C]): Int } enum E { A B }", "(1:29) Value \"C\" does not exist in \"E\" enum. Did you mean \"A\" or \"B\"?")]
    [InlineData("type Query { a(b: I = {}): Int } input I { c: Int! }", "(1:23) Field \"I.c\" of required type \"Int!\" was not provided.")]
    [InlineData("type Query { a(b: I = { c: 1, c: 2 }): Int } input I { c: Int! }", "(1:25) There can be only one input field named \"c\".")]
    // Directives
    [InlineData("type Query { a: Int @b }", "(1:21) Unknown directive \"@b\".")]
    [InlineData("type Query { a: Int @skip(if: true) }", "(1:21) Directive \"@skip\" may not be used on FIELD_DEFINITION.")]
    [InlineData("type Query @deprecated { a: Int }", "(1:12) Directive \"@deprecated\" may not be used on OBJECT.")]
    [InlineData("schema @oneOf { query: Q } type Q { a: Int }", "(1:8) Directive \"@oneOf\" may not be used on SCHEMA.")]
    [InlineData("type Query { a: Int @deprecated @deprecated }", "(1:21) The directive \"@deprecated\" can only be used once at this location.")]
    [InlineData("type Query { a: S } scalar S @specifiedBy(url: \"a\") extend scalar S @specifiedBy(url: \"b\")", "(1:30) The directive \"@specifiedBy\" can only be used once at this location.")]
    [InlineData("type Query { a: Int @deprecated(why: \"b\") }", "(1:33) Unknown argument \"why\" on directive \"@deprecated\".")]
    [InlineData("type Query { a: Int @deprecated(reason: \"a\", reason: \"b\") }", "(1:33) There can be only one argument named \"reason\".")]
    [InlineData("type Query { a: Int @deprecated(reason: 1) }", "(1:41) String cannot represent a non string value: 1")]
    [InlineData("type Query { a: S } scalar S @specifiedBy", "(1:30) Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided.")]
    [InlineData("type Query { a: Int } directive @a(b: Int @a) on ARGUMENT_DEFINITION", "(1:23) Directive \"@a\" must not be used on its own arguments, nor on those of a directive that is.")]
    [InlineData("type Query { a: Int } directive @a(b: Int @b) on ARGUMENT_DEFINITION directive @b(c: Int @c) on ARGUMENT_DEFINITION directive @c(d: Int @a) on ARGUMENT_DEFINITION", "(1:23) Directive \"@a\" must not be used on its own arguments, nor on those of a directive that is.")]
    public void A_wrong_schema_is_refused_in_words_that_help(string sdl, string message) =>
        ErrorsOf(sdl).Should().Contain(message);

    [Theory]
    [InlineData("type Query { a: Int } extend type Query { b: Int }")]
    [InlineData("extend type Query { b: Int } type Query")]
    [InlineData("schema { query: Q } extend schema { mutation: M } type Q { a: Int } type M { a: Int }")]
    [InlineData("extend schema @a type Query { a: Int } directive @a on SCHEMA")]
    [InlineData("schema { query: Q } type Q { a: Int } type Mutation { a: Int } input Subscription { a: Int }")]
    [InlineData("scalar Int scalar String @specifiedBy(url: \"a\") type Query { a(b: Int = 1): String } directive @skip(if: Boolean!) on FIELD")]
    [InlineData("directive @deprecated(reason: String = \"No longer supported\") on FIELD_DEFINITION | ENUM_VALUE type Query { a: Int @deprecated }")]
    [InlineData("type Query implements I { a: [Query!]! b(c: Int, d: Int, e: Int! = 1): Int } interface I { a: [I] b(c: Int): Int }")]
    [InlineData("type Query implements I & J { a: Query } interface I implements J { a: U } interface J { a: U } union U = Query")]
    [InlineData("type Query implements I { a: J } interface I { a: I } interface J implements I { a: I }")]
    [InlineData("type Query implements I { a: Int @deprecated } interface I { a: Int @deprecated }")]
    [InlineData("type Query { a(b: I): Int } input I { c: I d: [I!]! e: J! } input J { f: I }")]
    [InlineData("type Query { a(b: I): Int } input I @oneOf { c: I d: [I!] e: Int }")]
    [InlineData("type Query { a(b: I = {}): Int } input I { c: I = { c: null } d: [I] = [] e: J = {} } input J { f: I }")]
    [InlineData("type Query { a(b: I = { c: [1, 2], d: A, e: \"x\" }, f: Float = 1, g: [ID] = 1): Int } input I { c: [Int!]! d: E e: S } enum E { A } scalar S")]
    [InlineData("type Query { a(b: Int @deprecated, c: Int! = 1 @deprecated): Int } input I { d: Int @deprecated(reason: \"e\") }")]
    [InlineData("type Query { a: Int @b @b } directive @b(c: J) repeatable on FIELD_DEFINITION input J { d: Int @c } directive @c on INPUT_FIELD_DEFINITION")]
    [InlineData("type Query { a: Int } directive @a(b: E) on ENUM_VALUE enum E { F @a }")]
    [InlineData("type Query @a { a(b: Int @a): U @a } union U @a = Query enum E @a { F @a } input I @a { c: Int @a } interface J @a { a: Int } scalar S @a directive @a on OBJECT | ARGUMENT_DEFINITION | FIELD_DEFINITION | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | INTERFACE | SCALAR")]
    public void A_right_schema_is_not_refused(string sdl) => ErrorsOf(sdl).Should().BeEmpty();

    [Fact]
    public void All_that_is_wrong_is_said_at_once_in_the_order_of_the_document()
    {
        var errors = ErrorsOf(
            """
            type Query implements I { a: Missing }
            interface I { b: Int }
            union U
            enum E { A A }
            scalar S @nothing
            """);

        errors.Should().Equal(
            "(1:6) Type \"Query\" must have the field \"I.b\" of the interface.",
            "(1:30) Unknown type \"Missing\".",
            "(3:1) Union type \"U\" must define one or more member types.",
            "(4:10) Enum value \"E.A\" can only be defined once.",
            "(5:10) Unknown directive \"@nothing\".");
    }

    [Fact]
    public void What_is_not_defined_causes_no_other_error() =>
        ErrorsOf("type Query implements I { a: Missing b(c: Missing = 1): Int } interface I { a: Missing }").Should().OnlyContain(error => error.Contains("Unknown type"));

    [Fact]
    public void A_built_in_scalar_that_is_defined_again_is_still_the_same()
    {
        var schema = Schema.FromSdl("scalar Boolean type Query { a(b: Boolean!): Int }");

        KnowledgeGraph.GraphQL.Validation.Validator.Validate(schema, KnowledgeGraph.GraphQL.Language.DocumentNode.Parse("query ($x: Boolean!) { a(b: $x) @skip(if: $x) }"))
            .Should().BeEmpty();
    }

    private static IEnumerable<string> ErrorsOf(string sdl)
    {
        try
        {
            Schema.FromSdl(sdl);
            return [];
        }
        catch (SchemaException exception)
        {
            return exception.Message.Split(Environment.NewLine);
        }
    }
}
