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
