using System.Text.RegularExpressions;

namespace KnowledgeGraph.GraphQL.Differential.Generation;

/// <summary>Breaks a text of the language by small changes of its tokens. Some of what comes out is right all the same.</summary>
public sealed partial class Mutation(Chance chance, IReadOnlyList<string> words)
{
    private static readonly string[] _values = ["null", "true", "1", "1.5", "\"x\"", "[]", "{}", "RED", "$v0", "[1, null]", "{i0: 1}", "-0", "12345678901"];
    private static readonly string[] _additions =
    [
        "@skip(if: true)", "@include", "@d0", "@d1", "@unknown", "...F0", "... on T0 { __typename }", "f0", "x0: f1", "(a0: 1)", "!", "__typename", "@oneOf", "@deprecated",
        "= 1", "= null", "...", "@skip(if: $v0)", "{ __typename }", "on", "__schema { queryType { name } }", "f0(a0: 1, a0: 1)",
    ];

    public string Of(string text)
    {
        var tokens = Tokens().Matches(text).Select(match => match.Value).ToList();
        for (var i = chance.Between(1, chance.Percent(80) ? 1 : 3); i > 0 && tokens.Count > 1; i--)
            Change(tokens);
        return string.Join(" ", tokens);
    }

    private void Change(List<string> tokens)
    {
        var at = chance.Below(tokens.Count);
        switch (chance.Below(8))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, chance.Pick(_additions));
                break;
            case 2:
                tokens.Insert(at, tokens[at]);
                break;
            case 3:
                (tokens[at], tokens[^1]) = (tokens[chance.Below(tokens.Count)], tokens[^1]);
                break;
            case 4 when Find(tokens, at, token => token is "true" or "false" or "null" || token[0] is '"' or '-' or >= '0' and <= '9') is >= 0 and var value:
                tokens[value] = chance.Pick(_values);
                break;
            case 5 when Find(tokens, at, token => token == ":") is >= 0 and var colon && colon + 1 < tokens.Count:
                tokens[colon + 1] = chance.Pick(chance.Percent(50) ? _values : words);
                break;
            default:
                if (Find(tokens, at, token => char.IsAsciiLetter(token[0])) is >= 0 and var name)
                    tokens[name] = chance.Pick(words);
                break;
        }
    }

    // The first from a place on, and around.
    private static int Find(List<string> tokens, int from, Predicate<string> isWanted)
    {
        var found = tokens.FindIndex(from, isWanted);
        return found >= 0 ? found : tokens.FindIndex(isWanted);
    }

    public static IReadOnlyList<string> WordsOf(string text) => [.. Tokens().Matches(text).Select(match => match.Value).Where(token => char.IsAsciiLetter(token[0])).Distinct()];

    [GeneratedRegex("""[A-Za-z_]\w*|\.\.\.|-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?|\"\"\".*?\"\"\"|"([^"\\]|\\.)*"|[^\s,]""")]
    private static partial Regex Tokens();
}
