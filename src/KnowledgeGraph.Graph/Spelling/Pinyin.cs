using System.Collections.Frozen;

namespace KnowledgeGraph.Graph.Spelling;

/// <summary>How a Chinese name is typed in Latin letters: its pinyin without tones, and the initials.</summary>
public static class Pinyin
{
    private const int MaxNameLength = 30;
    private const int MaxSpellings = 16;

    private static readonly Lazy<FrozenDictionary<char, string>> _readings = new(() => SpellingLexicon.Read("pinyin.tsv"));

    /// <summary>Whether a text that is looked for may be pinyin or initials: two letters at least, and nothing else.</summary>
    public static bool IsSpelling(string text) => text.Length >= 2 && text.All(char.IsAsciiLetter);

    /// <summary>The pinyin and the initials of a name, in ordinal order. A character with several readings is spelled in each, as far as the spellings do not become too many; a name without Chinese characters has none.</summary>
    public static IReadOnlyList<string> SpellingsOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var readings = _readings.Value;
        if (name.Length > MaxNameLength || !name.Any(readings.ContainsKey))
            return [];

        List<(string Whole, string Initials)> spellings = [("", "")];
        foreach (var character in name)
        {
            string[] ways = readings.TryGetValue(character, out var read) ? read.Split(',') : char.IsAsciiLetterOrDigit(character) ? [$"{char.ToLowerInvariant(character)}"] : [""];
            if (spellings.Count * ways.Length > MaxSpellings)
                ways = ways[..1];

            spellings = [.. spellings.SelectMany(_ => ways, (spelling, way) => (spelling.Whole + way, spelling.Initials + (way.Length > 0 ? way[..1] : "")))];
        }

        return [.. spellings.SelectMany(spelling => (string[])[spelling.Whole, spelling.Initials]).Distinct().Order(StringComparer.Ordinal)];
    }
}
