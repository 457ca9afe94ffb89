namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Cuts a sentence at its commas and semicolons.</summary>
internal static class Clauses
{
    public static List<(int Start, int End)> Of(string text, int start, int end)
    {
        var clauses = new List<(int, int)>();
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('，' or '；' or '：'))
                continue;

            if (i > from)
                clauses.Add((from, i));

            from = i + 1;
        }

        if (end > from)
            clauses.Add((from, end));

        return clauses;
    }

    /// <summary>Where the first of some words begins at or after <paramref name="start"/>, and which it is; −1 if none does before <paramref name="end"/>.</summary>
    public static (int Index, string Word) First(string text, int start, int end, IReadOnlyList<string> words)
    {
        var (best, bestWord) = (-1, "");
        foreach (var word in words)
        {
            if (end <= start)
                break;

            var index = text.IndexOf(word, start, end - start, StringComparison.Ordinal);
            if (index >= 0 && (best < 0 || index < best || (index == best && word.Length > bestWord.Length)))
                (best, bestWord) = (index, word);
        }

        return (best, bestWord);
    }

    /// <summary>The last place of one of some characters from <paramref name="start"/> to before <paramref name="end"/>, or −1.</summary>
    public static int Last(string text, int start, int end, params ReadOnlySpan<char> marks)
    {
        var index = end > start ? text.AsSpan(start, end - start).LastIndexOfAny(marks) : -1;
        return index < 0 ? -1 : start + index;
    }

    /// <summary>Where the clause that holds <paramref name="position"/> begins in a sentence that begins at <paramref name="start"/>.</summary>
    public static int StartOf(string text, int start, int position) => Math.Max(start, Last(text, start, position, '，', '；') + 1);

    /// <summary>All places of some words between <paramref name="start"/> and <paramref name="end"/>, in order, without overlap.</summary>
    public static List<(int Index, string Word)> All(string text, int start, int end, IReadOnlyList<string> words)
    {
        var found = new List<(int, string)>();
        while (First(text, start, end, words) is ( >= 0, _) next)
        {
            found.Add(next);
            start = next.Index + next.Word.Length;
        }

        return found;
    }
}
