using System.Text.RegularExpressions;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>Chooses among names that overlap, and drops what only looks like a name.</summary>
internal static partial class NameSelection
{
    /// <summary>All names of a grammar, and those of the tagger that stand in their way only if they are the kept name of the same kind.</summary>
    public static List<Name> Select(Page page, List<Name> tagged, List<Name> grammar)
    {
        var kept = new List<Name>();
        var next = 0;
        foreach (var name in tagged)
        {
            while (next < grammar.Count && grammar[next].End <= name.Start)
                next++;

            var overlaps = next < grammar.Count && grammar[next].Start < name.End;
            if (overlaps && !Reaches(name, grammar[next]))
                continue;

            if (IsName(page.Text, name))
                kept.Add(name);
        }

        var added = new List<Name>();
        var position = 0;
        foreach (var name in grammar)
        {
            while (position < kept.Count && kept[position].End <= name.Start)
                position++;

            if (position == kept.Count || kept[position].Start >= name.End)
                added.Add(name);
        }

        return [.. kept.Concat(added).OrderBy(name => name.Start)];
    }

    // 黄岛区委组织部 beside 黄岛区委; 某大学2024年度会议 beside 2024年度会议.
    private static bool Reaches(Name name, Name other) =>
        name.Type == other.Type && name.Start <= other.Start && name.End >= other.End && name.Length > other.Length;

    private static bool IsName(string text, Name name)
    {
        // 习近平新时代…思想 names a doctrine.
        if (name.Type == EntityType.Person && Doctrine().IsMatch(text.AsSpan(name.End, Math.Min(12, text.Length - name.End))))
            return false;

        // 集团董事局: a common noun and a post.
        if (name.Type == EntityType.Organization && text.AsSpan(name.Start, name.Length) is ['集', '团', ..] or ['公', '司', ..] or ['企', '业', ..])
            return false;

        // 北京会见某国总统: what happened, and no name of it.
        if (name.Type == EntityType.Event && text.AsSpan(name.Start, name.Length - 1) is var words && (words.IndexOf("会见") >= 0 || words.IndexOf("率") >= 0 || words.IndexOf("赴") > 0))
            return false;

        var first = text[name.Start];
        return name.Length > 1 || first is >= '\u4E00' and <= '\u9FA5';
    }

    [GeneratedRegex("^(新时代|[\u4E00-\u9FA5]{2,6}思想)")]
    private static partial Regex Doctrine();
}
