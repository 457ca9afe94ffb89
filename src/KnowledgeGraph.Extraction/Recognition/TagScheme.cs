namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>The tags of a character in a name: B first, M inside, E last, S alone, with the class of the name; O outside.</summary>
internal static class TagScheme
{
    /// <summary>O and the four tags of each class.</summary>
    public static string[] Tags(IEnumerable<string> classes) =>
        ["O", .. classes.SelectMany(name => new[] { "B-" + name, "M-" + name, "E-" + name, "S-" + name })];

    /// <summary>Whether <paramref name="next"/> may follow <paramref name="tag"/>.</summary>
    public static bool MayFollow(string tag, string next) => tag[0] is 'B' or 'M'
        ? next[0] is 'M' or 'E' && next[1..] == tag[1..]
        : next[0] is 'O' or 'B' or 'S';

    /// <summary>The tags, as indexes into <paramref name="tags"/>, of a text of which the names are known.</summary>
    public static int[] Gold(string[] tags, int length, IEnumerable<(int Start, int End, string Class)> names)
    {
        var gold = new int[length];
        foreach (var (start, end, name) in names)
        {
            for (var i = start; i < end; i++)
            {
                var part = end - start == 1 ? "S-" : i == start ? "B-" : i == end - 1 ? "E-" : "M-";
                gold[i] = Array.IndexOf(tags, part + name);
            }
        }

        return gold;
    }

    /// <summary>The names in a sequence of tags.</summary>
    public static IEnumerable<(int Start, int End, string Class)> Spans(IReadOnlyList<string> tags)
    {
        var start = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i][0] is 'B' or 'S')
                start = i;

            if (tags[i][0] is 'E' or 'S')
                yield return (start, i + 1, tags[i][2..]);
        }
    }
}
