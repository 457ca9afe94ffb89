using System.Text;

namespace KnowledgeGraph.Stores.Sqlite;

/// <summary>Writes a text for the full-text index: a token for each character, so that a phrase finds any substring.</summary>
/// <remarks>A token is the character's code point in hexadecimal: whatever the tokenizer knows of Unicode, no character is lost.</remarks>
internal static class SearchTokens
{
    public static string Of(string folded)
    {
        var tokens = new StringBuilder(folded.Length * 5);
        foreach (var rune in folded.EnumerateRunes())
            tokens.Append(tokens.Length > 0 ? " " : "").Append($"{rune.Value:x}");

        return tokens.ToString();
    }

    /// <summary>The query that finds <paramref name="folded"/> as a substring.</summary>
    public static string Phrase(string folded) => $"\"{Of(folded)}\"";

    /// <summary>The query that finds what has all characters of <paramref name="folded"/>, in any order.</summary>
    public static string All(string folded) => string.Join(" AND ", Of(folded).Split(' ').Distinct().Select(token => $"\"{token}\""));
}
