namespace KnowledgeGraph.GraphQL;

/// <summary>"Did you mean …?": names near to one that is not known.</summary>
internal static class Suggestion
{
    private const int MaxSuggestions = 5;

    // A name this long is not a slip of the finger, and comparing it costs.
    private const int MaxLength = 100;

    public static string For(string name, IEnumerable<string> known) => Sentence("", Nearest(name, known, quoted: true));

    public static string For(string kind, string name, IEnumerable<string> known) => Sentence(kind, Nearest(name, known, quoted: true));

    public static string ForEnum(string name, IEnumerable<string> known) => Sentence("the enum value", Nearest(name, known, quoted: true));

    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength)
            return [];

        var threshold = (int)(name.Length * 0.4) + 1;
        return
        [
            .. known.Where(candidate => Math.Abs(candidate.Length - name.Length) <= threshold)
                .Select(candidate => (candidate, distance: Distance(name, candidate)))
                .Where(pair => pair.distance <= threshold)
                .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
                .Select(pair => pair.candidate).Take(MaxSuggestions),
        ];
    }

    private static IReadOnlyList<string> Nearest(string name, IEnumerable<string> known, bool quoted) =>
        [.. Nearest(name, known).Select(candidate => quoted ? $"\"{candidate}\"" : candidate)];

    public static string Sentence(string kind, IReadOnlyList<string> quoted)
    {
        if (quoted.Count == 0)
            return "";

        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted.SkipLast(1))}, or {quoted[^1]}",
        };
        return kind.Length == 0 ? $" Did you mean {list}?" : $" Did you mean {kind} {list}?";
    }

    // Damerau and Levenshtein: letters added, left out, changed or exchanged with a neighbour; a difference of case alone counts one.
    private static int Distance(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
            return 0;

        var a = left.ToLowerInvariant();
        var b = right.ToLowerInvariant();
        if (a == b)
            return 1;

        var rows = new int[3][];
        for (var i = 0; i < 3; i++)
            rows[i] = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            rows[0][j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            var row = rows[i % 3];
            var above = rows[(i - 1) % 3];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            }
        }

        return rows[a.Length % 3][b.Length];
    }
}
