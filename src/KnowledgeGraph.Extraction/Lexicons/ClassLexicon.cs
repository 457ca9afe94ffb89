using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Lexicons;

/// <summary>Words in classes: what names end with (<c>anchors.tsv</c>), what stands beside them (<c>cues.tsv</c>).</summary>
internal sealed class ClassLexicon
{
    private const int LongestWord = 10;

    private readonly WordTrie _trie = new();
    private readonly List<string> _classes = [];
    private readonly List<string[]> _words = [];

    public ClassLexicon(string file)
    {
        foreach (var row in Lexicon.Rows(file))
        {
            var words = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words)
                _trie.Add(word, _classes.Count);

            _classes.Add(row[0]);
            _words.Add(words);
        }
    }

    public IReadOnlyList<string> Classes => _classes;

    /// <summary>The words of a class.</summary>
    public IReadOnlyList<string> WordsOf(string name) => _words[_classes.IndexOf(name)];

    /// <summary>The number of the class of a whole word, or −1.</summary>
    public int Find(ReadOnlySpan<char> word) => _trie.Find(word);

    /// <summary>The longest word of the lexicon that <paramref name="name"/> ends with, and the number of its class; 0 and −1 for none.</summary>
    public (int Length, int Class) Suffix(ReadOnlySpan<char> name)
    {
        for (var length = Math.Min(LongestWord, name.Length); length > 0; length--)
        {
            if (_trie.Find(name[^length..]) is >= 0 and var found)
                return (length, found);
        }

        return (0, -1);
    }

    /// <summary>The words of the lexicon in <paramref name="text"/>, the longest at each place, without overlap.</summary>
    public List<(int Start, int End, int Class)> Matches(ReadOnlySpan<char> text)
    {
        var found = new List<(int, int, int)>();
        for (var i = 0; i < text.Length;)
        {
            var (length, kind) = _trie.Longest(text.Slice(i, Math.Min(LongestWord, text.Length - i)));
            if (length == 0)
            {
                i++;
                continue;
            }

            found.Add((i, i + length, kind));
            i += length;
        }

        return found;
    }
}
