using System.Text;

namespace KnowledgeGraph.Training;

/// <summary>Makes copies of annotated pages in which names are replaced by others of their kind, the same one throughout a copy.</summary>
internal sealed class NamePools
{
    private readonly Dictionary<string, string[]> _byEnding;

    public NamePools(IEnumerable<TaggedSentence> sentences)
        : this(ByEnding(sentences))
    {
    }

    private NamePools(Dictionary<string, string[]> byEnding) => _byEnding = byEnding;

    /// <summary>These pools and the names of <paramref name="pages"/>, which alone have projects and events.</summary>
    public NamePools With(IEnumerable<AnnotatedPage> pages)
    {
        var all = new Dictionary<string, string[]>(_byEnding, StringComparer.Ordinal);
        foreach (var (key, names) in ByEnding(pages.SelectMany(Sentences)).Where(pool => pool.Key[0] is not 'L'))
            all[key] = [.. all.GetValueOrDefault(key, []).Concat(names).Distinct()];

        return new NamePools(all);
    }

    private static Dictionary<string, string[]> ByEnding(IEnumerable<TaggedSentence> sentences) => sentences
        .SelectMany(sentence => sentence.Names.Select(name => (name.Class, Text: sentence.Text[name.Start..name.End])))
        .Where(name => name.Text.Length is >= 2 and <= 40)
        .Distinct()
        .OrderBy(name => name.Text, StringComparer.Ordinal)
        .GroupBy(name => Key(name.Class, name.Text))
        .ToDictionary(group => group.Key, group => group.Select(name => name.Text).ToArray(), StringComparer.Ordinal);

    /// <summary>The sentences of a page as they are.</summary>
    public static List<TaggedSentence> Sentences(AnnotatedPage page) =>
    [
        .. page.Page.Sentences.Select(sentence => new TaggedSentence(
            page.Page.Text.Substring(sentence.Start, sentence.Length),
            [
                .. page.Names
                    .Where(name => name.Start >= sentence.Start && name.End <= sentence.End)
                    .Select(name => (name.Start - sentence.Start, name.End - sentence.Start, name.Class)),
            ],
            0)),
    ];

    /// <summary>The page, then its copies.</summary>
    public IEnumerable<List<TaggedSentence>> Versions(AnnotatedPage page, int copies, int seed)
    {
        var sentences = Sentences(page);
        yield return sentences;
        var random = new Random(seed);
        for (var copy = 0; copy < copies; copy++)
        {
            var replacements = new Dictionary<string, string>(StringComparer.Ordinal);
            yield return [.. sentences.Select(sentence => Replace(sentence, replacements, random))];
        }
    }

    private TaggedSentence Replace(TaggedSentence sentence, Dictionary<string, string> replacements, Random random)
    {
        var text = new StringBuilder();
        var names = new List<(int, int, string)>();
        var position = 0;
        foreach (var (start, end, kind) in sentence.Names)
        {
            var name = sentence.Text[start..end];
            if (!replacements.TryGetValue(name, out var replacement))
                replacements[name] = replacement = Other(kind, name, random);

            text.Append(sentence.Text, position, start - position);
            names.Add((text.Length, text.Length + replacement.Length, kind));
            text.Append(replacement);
            position = end;
        }

        text.Append(sentence.Text, position, sentence.Text.Length - position);
        return new TaggedSentence(text.ToString(), names, sentence.Domain);
    }

    private string Other(string kind, string name, Random random)
    {
        if (name.Length < 2 || random.NextDouble() < 0.35 || !_byEnding.TryGetValue(Key(kind, name), out var pool) || pool.Length < 3)
            return name;

        return pool[random.Next(pool.Length)];
    }

    // A name of one kind ends as its kind does (局, 公司, 县); of persons only the length counts.
    private static string Key(string kind, string name) => kind switch
    {
        "PER" => $"PER{(name.Contains('·', StringComparison.Ordinal) ? "·" : name.Length.ToString())}",
        "ORG" when name.Length > 3 => $"ORG{name[^2..]}",
        "PRJ" or "EVT" => kind + name[^2..],
        "LOC" => $"LOC{name[^1]}",
        _ => kind + name,
    };
}
