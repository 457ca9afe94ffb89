using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Reads the page a second time with the names that the first reading found.</summary>
/// <remarks>
/// A name that was found whole once is that name wherever it stands: a piece of it gives way, and where nothing was found it is added.
/// </remarks>
internal static class KnownNames
{
    private const int Shortest = 4;
    private const int LongestName = 48;
    private const string Followers = "作说率致在等表指强与为一带向任到主出宣介参先分带代同";

    public static List<Name> Apply(Page page, List<Name> names, PlaceLexicon places)
    {
        names = ShortenPersons(page.Text, names);
        var known = new WordTrie();
        var types = new List<EntityType>();
        foreach (var form in names.Where(name => name.Type == EntityType.Person ? name.Length >= 2 : name.Length >= Shortest)
            .GroupBy(name => page.Text[name.Start..name.End])
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            known.Add(form.Key, types.Count);
            types.Add(form.GroupBy(name => name.Type).OrderByDescending(type => type.Count()).ThenBy(type => type.Key).First().Key);
        }

        AddShortForms(known, types, names.Select(name => (page.Text[name.Start..name.End], name.Type)).Distinct(), places);
        var result = new List<Name>();
        var next = 0;
        foreach (var sentence in page.Sentences)
        {
            var inside = new List<Name>();
            while (next < names.Count && names[next].Start < sentence.End)
                inside.Add(names[next++]);

            result.AddRange(Read(page.Text, sentence, inside, known, types));
        }

        return result;
    }

    // The last part of a foreign name, and a long name without the place it begins with.
    private static void AddShortForms(WordTrie known, List<EntityType> types, IEnumerable<(string Form, EntityType Type)> names, PlaceLexicon places)
    {
        foreach (var (form, type) in names.OrderBy(name => name.Form, StringComparer.Ordinal))
        {
            var brief = type == EntityType.Person ? form[(form.LastIndexOf('·') + 1)..]
                : type is EntityType.Project or EntityType.Organization or EntityType.Event ? form[places.LongestPrefix(form)..]
                : form;

            if (brief.Length < form.Length && brief.Length >= (type == EntityType.Person ? 2 : 6) && !known.Contains(brief))
            {
                known.Add(brief, types.Count);
                types.Add(type);
            }
        }
    }

    private static List<Name> Read(string text, Sentence sentence, List<Name> names, WordTrie known, List<EntityType> types)
    {
        var found = new List<Name>();
        for (var i = sentence.Start; i < sentence.End;)
        {
            var (length, id) = known.Longest(text.AsSpan(i, Math.Min(LongestName, sentence.End - i)));
            if (length == 0)
            {
                i++;
                continue;
            }

            found.Add(new Name(i, i + length, types[id], "known name", 0.85));
            i += length;
        }

        if (found.Count == 0)
            return names;

        // A known name stands unless a found one reaches beyond it.
        var kept = found.Where(one => !names.Exists(name => name.Start < one.End && one.Start < name.End && (name.Start < one.Start || name.End > one.End))).ToList();
        var rest = names.Where(name => !kept.Exists(one => one.Start < name.End && name.Start < one.End && !(one.Start == name.Start && one.End == name.End))).ToList();
        kept.RemoveAll(one => rest.Exists(name => name.Start == one.Start && name.End == one.End));
        return [.. rest.Concat(kept).OrderBy(name => name.Start)];
    }

    // 叶骋作 is 叶骋 and a verb, if 叶骋 stands alone elsewhere or the last character is no part of names.
    private static List<Name> ShortenPersons(string text, List<Name> names)
    {
        var forms = names.Where(name => name.Type == EntityType.Person).Select(name => text[name.Start..name.End]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. names.Select(name => name.Type == EntityType.Person && name.Length is 3 or 4 && Followers.Contains(text[name.End - 1]) && forms.Contains(text[name.Start..(name.End - 1)])
                ? name with { End = name.End - 1 }
                : name),
        ];
    }
}
