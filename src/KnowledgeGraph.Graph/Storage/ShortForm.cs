namespace KnowledgeGraph.Graph.Storage;

/// <summary>Whether a text may be the short form of a name: its characters stand in the name in their order, the first at its beginning (上海交大 of 上海交通大学).</summary>
public static class ShortForm
{
    private const int MinLength = 3;
    private const int MaxLength = 8;

    /// <summary>Whether names are compared with this text at all: three to eight Chinese characters.</summary>
    public static bool IsPossible(string folded) => folded.Length is >= MinLength and <= MaxLength && folded.All(character => character is >= '\u4e00' and <= '\u9fff');

    public static bool IsOf(string folded, string foldedName)
    {
        ArgumentNullException.ThrowIfNull(folded);
        ArgumentNullException.ThrowIfNull(foldedName);
        if (foldedName.Length == 0 || foldedName[0] != folded[0])
            return false;

        var place = 0;
        foreach (var character in foldedName)
        {
            if (place < folded.Length && folded[place] == character)
                place++;
        }

        return place == folded.Length;
    }

    /// <summary>The same as a regular expression over a whole name. The text is Chinese characters only, none of which means anything there.</summary>
    public static string Pattern(string folded) => $"{string.Join(".*", folded.ToCharArray())}.*";
}
