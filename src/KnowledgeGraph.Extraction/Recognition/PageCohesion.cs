namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>How characters hold together on a page: what always stands behind the same character hardly begins a name.</summary>
internal sealed class PageCohesion
{
    private readonly Dictionary<ulong, int> _counts = [];

    public PageCohesion(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            for (var i = 0; i + 1 < sentence.Length; i++)
            {
                Add(Pair(sentence, i));
                if (i + 2 < sentence.Length)
                    Add(Triple(sentence, i));
            }
        }
    }

    /// <summary>For each character: whether the pair it begins recurs, and then whether always behind the same character; the same to the right.</summary>
    public byte[] Marks(string text)
    {
        var marks = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var left = i + 1 < text.Length ? Freedom(_counts.GetValueOrDefault(Pair(text, i)), i > 0 ? _counts.GetValueOrDefault(Triple(text, i - 1)) : 0) : 0;
            var right = i > 0 ? Freedom(_counts.GetValueOrDefault(Pair(text, i - 1)), i + 1 < text.Length ? _counts.GetValueOrDefault(Triple(text, i - 1)) : 0) : 0;
            marks[i] = (byte)(left * 4 + right);
        }

        return marks;
    }

    // 0 seen once, 1 bound to its neighbour, 2 mostly bound, 3 free.
    private static int Freedom(int alone, int together) => alone < 2 ? 0 : together == alone ? 1 : 2 * together > alone ? 2 : 3;

    private void Add(ulong key) => _counts[key] = _counts.GetValueOrDefault(key) + 1;

    private static ulong Pair(string text, int i) => ((ulong)text[i] << 16) | text[i + 1];

    private static ulong Triple(string text, int i) => (1ul << 48) | ((ulong)text[i] << 32) | ((ulong)text[i + 1] << 16) | text[i + 2];
}
