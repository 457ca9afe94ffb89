namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Finds the passages that a page prints twice and cuts the second printing out.</summary>
/// <remarks>
/// A passage counts as printed twice from <see cref="Shortest"/> characters up, whatever line breaks lie in it. The page was
/// spliced at a copy, so the lines around a cut stay open: they may join (EXTRACTION.md, "Layout").
/// </remarks>
internal static class Repeats
{
    public const int Shingle = 15;
    public const int Shortest = 26;

    /// <summary>The lines without copies. A line that was a copy altogether is gone.</summary>
    public static List<TextLine> Cut(List<TextLine> lines)
    {
        var (letters, lineOf) = Letters(lines);
        var isCopy = new bool[letters.Length];
        var seen = new Dictionary<ulong, int>();
        var position = 0;
        while (position + Shingle <= letters.Length)
        {
            var key = Hash(letters, position);
            if (seen.TryGetValue(key, out var earlier) && earlier + Shingle <= position && Length(letters, earlier, position) is >= Shortest and var length)
            {
                Array.Fill(isCopy, true, position, length);
                position += length;
            }
            else
            {
                seen.TryAdd(key, position);
                position++;
            }
        }

        return Without(lines, lineOf, isCopy);
    }

    private static (char[] Letters, (int Line, int Index)[] LineOf) Letters(List<TextLine> lines)
    {
        var letters = new List<char>();
        var lineOf = new List<(int, int)>();
        for (var l = 0; l < lines.Count; l++)
        {
            for (var i = 0; i < lines[l].Text.Length; i++)
            {
                if (lines[l].Text[i] == ' ')
                    continue;

                letters.Add(lines[l].Text[i]);
                lineOf.Add((l, i));
            }
        }

        return ([.. letters], [.. lineOf]);
    }

    private static int Length(char[] letters, int earlier, int later)
    {
        var length = 0;
        while (later + length < letters.Length && earlier + length < later && letters[earlier + length] == letters[later + length])
            length++;

        return length;
    }

    private static ulong Hash(char[] letters, int start)
    {
        var hash = 14695981039346656037UL;
        for (var i = start; i < start + Shingle; i++)
            hash = (hash ^ letters[i]) * 1099511628211UL;

        return hash;
    }

    private static List<TextLine> Without(List<TextLine> lines, (int Line, int Index)[] lineOf, bool[] isCopy)
    {
        var cut = new Dictionary<int, HashSet<int>>();
        for (var i = 0; i < isCopy.Length; i++)
        {
            if (!isCopy[i])
                continue;

            if (!cut.TryGetValue(lineOf[i].Line, out var indexes))
                cut[lineOf[i].Line] = indexes = [];

            indexes.Add(lineOf[i].Index);
        }

        var kept = new List<TextLine>();
        for (var l = 0; l < lines.Count; l++)
        {
            if (!cut.TryGetValue(l, out var indexes))
            {
                kept.Add(lines[l]);
                continue;
            }

            var rest = new CleanText.Builder();
            for (var i = 0; i < lines[l].Text.Length; i++)
            {
                if (!indexes.Contains(i))
                    rest.Append(lines[l].Text[i], lines[l].Text.OriginStart(i), lines[l].Text.OriginEnd(i));
            }

            if (!string.IsNullOrWhiteSpace(rest.Build().Text))
                kept.Add(new TextLine(TextLines.Trim(rest.Build()), lines[l].IsSetApart));
        }

        return kept;
    }
}
