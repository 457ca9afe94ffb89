using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Recognition.Spans;

/// <summary>The words of a sentence, and the names that the first tagger sees in it.</summary>
internal sealed class SpanSentence
{
    private readonly int _start;
    private readonly int _end;
    private readonly List<Word> _words;
    private readonly int[] _wordAt;
    private readonly WordCluster[] _clusters;
    private readonly uint[] _hashes;

    public SpanSentence(string text, Sentence sentence, Segmenter segmenter, WordClusters clusters, List<Name> first)
    {
        (_start, _end, First) = (sentence.Start, sentence.End, first);
        _words = segmenter.Segment(text.AsSpan(_start, sentence.Length));
        _wordAt = new int[sentence.Length];
        _clusters = new WordCluster[_words.Count];
        _hashes = new uint[_words.Count];
        for (var w = 0; w < _words.Count; w++)
        {
            var word = text.AsSpan(_start + _words[w].Start, _words[w].Length);
            _wordAt.AsSpan(_words[w].Start, _words[w].Length).Fill(w);
            _clusters[w] = clusters.Of(word);
            _hashes[w] = CharacterFeatures.HashOf(word);
        }
    }

    /// <summary>The names of the first tagger.</summary>
    public List<Name> First { get; }

    /// <summary>The word at a position of the text, counted from the first of the sentence; −1 before it and the number of words behind it.</summary>
    public int WordAt(int position) => position < _start ? -1 : position >= _end ? _words.Count : _wordAt[position - _start];

    public WordTag Tag(int word) => word < 0 || word >= _words.Count ? WordTag.Punctuation : _words[word].Tag;

    public WordCluster Cluster(int word) => word < 0 || word >= _words.Count ? default : _clusters[word];

    public uint Hash(int word) => word < 0 ? 1 : word >= _words.Count ? 2 : _hashes[word];

    /// <summary>Whether a word begins or ends at a position.</summary>
    public bool IsCut(int position) => position <= _start || position >= _end || _words[_wordAt[position - _start]].Start + _start == position;

    /// <summary>Where words begin between two positions.</summary>
    public List<int> Cuts(int start, int end) => [.. Enumerable.Range(start + 1, Math.Max(0, end - start - 1)).Where(IsCut)];

    public IEnumerable<int> CutsLeft(string text, int position, int most)
    {
        for (var w = WordAt(position - 1); w >= 0 && most-- > 0; w--)
        {
            var start = _start + _words[w].Start;
            if (_words[w].Tag == WordTag.Punctuation && text[start] is not ('“' or '”' or '·' or '（' or '）' or '《' or '》' or '—'))
                yield break;

            yield return start;
        }
    }

    public IEnumerable<int> CutsRight(string text, int position, int most)
    {
        for (var w = WordAt(position); w < _words.Count && most-- > 0; w++)
        {
            if (_words[w].Tag == WordTag.Punctuation && text[_start + _words[w].Start] is not ('”' or '）' or '》'))
                yield break;

            yield return _start + _words[w].End;
        }
    }

    /// <summary>The names of the first tagger between two positions.</summary>
    public IEnumerable<(int Start, int End)> FirstNames(int start, int end) =>
        First.Where(name => name.Start >= start && name.End <= end).Select(name => (name.Start, name.End));
}
