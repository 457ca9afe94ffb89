using KnowledgeGraph.Extraction.Lexicons;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>How often characters are surnames and parts of given names.</summary>
internal sealed class PersonCharacters
{
    private readonly Dictionary<string, int> _compound = new(StringComparer.Ordinal);
    private readonly Dictionary<char, (int Surname, int Given)> _single = [];

    public PersonCharacters()
    {
        foreach (var row in Lexicon.Rows("person-characters.tsv"))
        {
            var (surname, given) = (int.Parse(row[1]), int.Parse(row[2]) + int.Parse(row[3]) + int.Parse(row[4]));
            if (row[0].Length == 1)
                _single[row[0][0]] = (surname, given);
            else
                _compound[row[0]] = surname;
        }
    }

    /// <summary>How many times the character was a surname.</summary>
    public int Surname(char c) => _single.GetValueOrDefault(c).Surname;

    /// <summary>How many times the character was part of a given name.</summary>
    public int Given(char c) => _single.GetValueOrDefault(c).Given;

    /// <summary>The length of the surname that <paramref name="text"/> begins with: 2 for 欧阳, 1 for 张, 0 for none.</summary>
    public int SurnameLength(ReadOnlySpan<char> text)
    {
        if (text.Length >= 2 && _compound.ContainsKey(new string(text[..2])))
            return 2;

        return text.Length >= 1 && Surname(text[0]) > 0 ? 1 : 0;
    }

    /// <summary>Surnames with their counts, single and compound, in the order of the lexicon.</summary>
    public IEnumerable<(string Surname, int Count)> Surnames() =>
        _single.Where(pair => pair.Value.Surname > 0).Select(pair => (pair.Key.ToString(), pair.Value.Surname))
            .Concat(_compound.Select(pair => (pair.Key, pair.Value)))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal);
}
