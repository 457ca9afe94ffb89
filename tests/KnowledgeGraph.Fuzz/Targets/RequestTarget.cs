using KnowledgeGraph.GraphQL;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>Documents that are validated, planned and executed: every answer is JSON.</summary>
internal sealed class RequestTarget : FuzzTarget
{
    public override string Name => "request";

    public override IReadOnlyList<byte[]> Seeds { get; } = Texts.Bytes(
        "{ person(id: 1, hues: [RED], filter: {ages: [1], by: {id: 2}, any: {k: [1]}}) { ...F pet { id weight isTame } } } fragment F on Node { id ... on Person { name friend { id } } }",
        "query ($a: ID = 1, $b: Boolean! = true, $c: [Hue!]) { person(id: $a, hues: $c) @include(if: $b) { __typename x: name @skip(if: $b) } }",
        "{ found { __typename ... on Person { id friend { friend { name } } } ... on Pet { weight } } people(first: 3) { id id } }",
        "mutation { rename(name: \"x\") { id } again: rename(name: \"\\u{1F600}\") { name } }",
        "query A { people { id } } query B { found { __typename } }",
        "{ __schema { types { name fields(includeDeprecated: true) { name args { name defaultValue } type { ofType { name } } } } } __type(name: \"Hue\") { enumValues { name } } }",
        "{ person(deep: [[1], 2, null], at: [1, \"a\", {b: 1e30}]) { pet { id } } }");

    public override IReadOnlyList<byte[]> Words { get; } = Texts.Bytes(
        "{", "}", "(", ")", "[", "]", "$a", "$b", ": ", "=", "!", "...F", "...", " on Pet ", "@skip(if: $b)", "@include(if: true)", "id ", "name ", "friend { ", "{friend", "person ", "null ", "1 ", "\"x\" ", "-1.5e400 ",
        "fragment F on Person { ...F } ", "query ", "first: ", "filter: {and: ", "{and:", "99999999999 ", "RED ", "found { ", "__typename ", "{by:{filter:", "x:id ");

    public override void Run(byte[] input) => FuzzService.Answer(new GraphQLRequest { Query = input });
}
