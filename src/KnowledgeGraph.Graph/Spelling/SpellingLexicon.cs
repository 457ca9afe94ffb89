using System.Collections.Frozen;

namespace KnowledgeGraph.Graph.Spelling;

/// <summary>A lexicon of the assembly: a character and what it stands for, a line each.</summary>
internal static class SpellingLexicon
{
    public static FrozenDictionary<char, string> Read(string name)
    {
        using var stream = typeof(SpellingLexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The lexicon {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line is [var character, '\t', ..] && character != '#')
                rows.Add(character, line[2..]);
        }

        return rows.ToFrozenDictionary();
    }
}
