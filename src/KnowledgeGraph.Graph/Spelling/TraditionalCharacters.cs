using System.Collections.Frozen;

namespace KnowledgeGraph.Graph.Spelling;

/// <summary>Writes traditional characters as simplified ones.</summary>
public static class TraditionalCharacters
{
    private static readonly Lazy<FrozenDictionary<char, string>> _simplified = new(() => SpellingLexicon.Read("traditional.tsv"));

    public static string Simplify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var simplified = _simplified.Value;
        return text.AsSpan().ContainsAnyInRange('\u2e80', '\uffef')
            ? string.Create(text.Length, text, (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = simplified.TryGetValue(source[i], out var other) ? other[0] : source[i];
            })
            : text;
    }
}
