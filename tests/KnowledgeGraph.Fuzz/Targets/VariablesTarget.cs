using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.AspNetCore;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>Values of variables, as the text of a query string has them.</summary>
internal sealed class VariablesTarget : FuzzTarget
{
    private static readonly byte[] _query = Encoding.UTF8.GetBytes(
        """
        query ($id: ID, $filter: Filter, $hues: [Hue!], $at: Any, $deep: [[Int]], $first: Int! = 1, $show: Boolean! = true) {
          person(id: $id, filter: $filter, hues: $hues, at: $at, deep: $deep) @include(if: $show) { id }
          people(first: $first) { id }
        }
        """);

    public override string Name => "variables";

    public override IReadOnlyList<byte[]> Seeds { get; } = Texts.Bytes(
        """{"id": "a", "hues": ["RED", "GREEN"], "first": 3, "show": false}""",
        """{"filter": {"city": "x\u00e9", "ages": [1, 2.0, 3e1], "weight": -0.5, "by": {"name": "x"}, "and": {"by": {"id": 7}}, "any": {"k": [null, 1e300]}}}""",
        """{"deep": [[1, null], null, 2], "at": [1, "a", {"b": {"c": true}}], "id": 9007199254740993}""",
        """{"filter": null, "hues": "RED", "deep": 1, "at": null, "id": null}""");

    public override IReadOnlyList<byte[]> Words { get; } = Texts.Bytes(
        "{", "}", "[", "]", ",", ":", "\"", "\\ud83d", "\\u0000", "null", "true", "1e400", "-", "0.1", "99999999999999999999", "\"id\":", "\"filter\":", "{\"and\":", "[[", "{\"at\":[", "\"by\":{\"filter\":{", " ", "\"x\"");

    public override void Run(byte[] input)
    {
        JsonElement variables;
        try
        {
            variables = RequestParameters.ReadMap(Encoding.UTF8.GetString(input), "variables");
        }
        catch (BadHttpGraphQLException)
        {
            return;
        }

        FuzzService.Answer(new GraphQLRequest { Query = _query, Variables = variables });
    }
}
