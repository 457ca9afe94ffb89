using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>The places of the world and the divisions of China down to towns, with what contains what.</summary>
internal sealed class PlaceLexicon
{
    private readonly WordTrie _trie = new();
    private readonly List<Division> _divisions = [];
    private readonly Dictionary<string, List<Division>> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Division> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _countryOf = new(StringComparer.Ordinal);

    public PlaceLexicon()
    {
        foreach (var row in Lexicon.Rows("divisions.tsv"))
        {
            var division = new Division(row[0], row[1], row.Length > 2 ? row[2] : ShortForm(row[0], row[1]));
            _divisions.Add(division);
            _byCode[division.Code] = division;
            AddForm(division.Name, division);
            if (division.Short.Length >= 2 && division.Short != division.Name)
                AddForm(division.Short, division);
        }

        foreach (var row in Lexicon.Rows("world.tsv"))
        {
            Countries.Add(row[0]);
            _trie.Add(row[0], 0);
            foreach (var name in row.Length > 1 ? row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
            {
                _countryOf.TryAdd(name, row[0]);
                _trie.Add(name, 0);
            }
        }
    }

    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    /// <summary>The length of the longest place name that <paramref name="text"/> begins with, or 0.</summary>
    public int LongestPrefix(ReadOnlySpan<char> text) => _trie.Longest(text).Length;

    public bool Contains(ReadOnlySpan<char> name) => _trie.Contains(name);

    /// <summary>The divisions that a full or short name may mean.</summary>
    public IReadOnlyList<Division> Find(string name) => _byForm.TryGetValue(name, out var found) ? found : [];

    /// <summary>The division that contains another, or <see langword="null"/> for a province.</summary>
    public Division? Above(Division division) => division.Code.Length switch
    {
        9 => _byCode.GetValueOrDefault(division.Code[..6]),
        6 => _byCode.GetValueOrDefault(division.Code[..4]) ?? _byCode.GetValueOrDefault(division.Code[..2]),
        4 => _byCode.GetValueOrDefault(division.Code[..2]),
        _ => null,
    };

    /// <summary>The country of a foreign city, or <see langword="null"/>.</summary>
    public string? CountryOf(string city) => _countryOf.GetValueOrDefault(city);

    private void AddForm(string form, Division division)
    {
        if (!_byForm.TryGetValue(form, out var list))
            _byForm[form] = list = [];

        list.Add(division);
        _trie.Add(form, 0);
    }

    private static string ShortForm(string code, string name) => code.Length switch
    {
        9 => name,
        _ when name.Length > 2 && name[^1] is '省' or '市' or '区' or '县' or '州' or '盟' or '旗' => name[..^1],
        _ => name,
    };
}

/// <summary>A division of China: its code (2 digits a province, 4 a city, 6 a county, 9 a town), name and short form.</summary>
internal sealed record Division(string Code, string Name, string Short);
