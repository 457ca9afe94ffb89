using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Relations.Ranking;

/// <summary>A sentence as a row of words and mentions, and the lists in it.</summary>
internal sealed class SentenceTokens
{
    private const int LongestPost = 10;

    private readonly List<SentenceToken> _tokens = [];

    // For each token: the first and the last of the list (A、B和C) that it is in.
    private readonly (int First, int Last)[] _lists;

    public SentenceTokens(PageFacts facts, int sentence, Segmenter segmenter, WordClusters clusters)
    {
        var (start, end) = (facts.Page.Sentences[sentence].Start, facts.Page.Sentences[sentence].End);
        var position = start;
        foreach (var mention in facts.MentionsIn(sentence))
        {
            if (mention.Start < position || mention.End > end)
                continue;

            AddWords(facts.Text, position, mention.Start, segmenter, clusters);
            _tokens.Add(new SentenceToken(mention.Start, mention.End, 1 + (uint)mention.Type, WordTag.Other, mention.Entity));
            position = mention.End;
        }

        AddWords(facts.Text, position, end, segmenter, clusters);
        _lists = Lists();
    }

    public int Count => _tokens.Count;

    public SentenceToken this[int index] => _tokens[index];

    /// <summary>The class of a token: a hash of the word, or the type of a mention; outside of the sentence a class of its own.</summary>
    public uint Class(int index) => index < 0 ? 90 : index >= _tokens.Count ? 91 : _tokens[index].Class;

    /// <summary>The middle cluster of a word, where it has one; else what <see cref="Class"/> is.</summary>
    public uint Family(int index) => index >= 0 && index < _tokens.Count && _tokens[index].Cluster.Middle is > 0 and var cluster ? 100 + cluster : Class(index);

    /// <summary>Whether a word is a post.</summary>
    public bool IsTitle(int index) => index >= 0 && index < _tokens.Count && _tokens[index].Entity is null && _tokens[index].Tag == WordTag.Title;

    /// <summary>The first and the last token of the list that a mention is in.</summary>
    public (int First, int Last) ListOf(int index) => _lists[index];

    /// <summary>The family of the first verb from a token towards an end, 0 for none.</summary>
    public uint VerbFamily(int from, int end) => VerbAt(from, end) is >= 0 and var verb ? Family(verb) : 0;

    /// <summary>The class of the first verb from a token towards an end, 0 for none.</summary>
    public uint Verb(int from, int end) => VerbAt(from, end) is >= 0 and var verb ? Class(verb) : 0;

    /// <summary>What lies between two tokens: mentions, commas and verbs, each run of a kind once.</summary>
    public uint Path(int left, int right, string text)
    {
        var (path, last) = (0u, 0u);
        for (var i = left + 1; i < right; i++)
        {
            var step = _tokens[i].Entity is not null ? _tokens[i].Class : text[_tokens[i].Start] is '，' or '；' ? 70u : _tokens[i].IsVerb ? 71u : 0u;
            if (step == 0 || step == last)
                continue;

            path = path * 31 + step;
            last = step;
        }

        return path;
    }

    /// <summary>Whether no other mention of the class of <paramref name="to"/> is nearer to <paramref name="from"/> on that side.</summary>
    public bool Nearest(int from, int to) => IsAlone(Math.Min(from, to) + 1, Math.Max(from, to), Class(to));

    /// <summary>Whether no mention of its class stands before a mention.</summary>
    public bool IsFirst(int index) => IsAlone(0, index, Class(index));

    /// <summary>Whether no mention of its class stands behind a mention.</summary>
    public bool IsLast(int index) => IsAlone(index + 1, Count, Class(index));

    private bool IsAlone(int start, int end, uint kind)
    {
        for (var i = start; i < end; i++)
        {
            if (_tokens[i].Entity is not null && _tokens[i].Class == kind)
                return false;
        }

        return true;
    }

    // Mentions and commas do not stop the search.
    private int VerbAt(int from, int end)
    {
        var step = end < from ? -1 : 1;
        for (var i = from; i != end && i >= 0 && i < _tokens.Count; i += step)
        {
            if (_tokens[i].IsVerb)
                return i;
        }

        return -1;
    }

    private void AddWords(string text, int start, int end, Segmenter segmenter, WordClusters clusters)
    {
        if (end <= start)
            return;

        foreach (var word in segmenter.Segment(text.AsSpan(start, end - start)))
        {
            var span = text.AsSpan(start + word.Start, word.Length);
            var kind = word.Tag switch
            {
                WordTag.Digits => 80u,
                WordTag.Latin => 81u,
                _ => HashOf(span),
            };
            _tokens.Add(new SentenceToken(start + word.Start, start + word.End, kind, word.Tag, null) { Cluster = clusters.Of(span) });
        }
    }

    private (int First, int Last)[] Lists()
    {
        var lists = new (int, int)[_tokens.Count];
        for (var i = 0; i < lists.Length; i++)
            lists[i] = (i, i);

        // Mentions of a type are of one list where a joint and no comma is between them: A、B和C, 副市长A、某局局长B.
        var last = new Dictionary<uint, int>();
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Entity is null)
                continue;

            if (last.TryGetValue(_tokens[i].Class, out var before) && IsJoined(before, i))
            {
                var first = lists[before].Item1;
                for (var k = first; k <= i; k++)
                {
                    if (_tokens[k].Class == _tokens[i].Class && _tokens[k].Entity is not null)
                        lists[k] = (first, i);
                }
            }

            last[_tokens[i].Class] = i;
        }

        return lists;
    }

    private bool IsJoined(int left, int right)
    {
        var isJoined = false;
        if (right - left > LongestPost)
            return false;

        for (var i = left + 1; i < right; i++)
        {
            if (_tokens[i].Tag == WordTag.Punctuation && !_tokens[i].IsJoint)
                return false;

            isJoined |= _tokens[i].IsJoint;
        }

        return isJoined;
    }

    // The small numbers are those of mentions, digits and edges.
    private static uint HashOf(ReadOnlySpan<char> word) => CharacterFeatures.HashOf(word) is var hash && hash < 256 ? hash + 256 : hash;
}

/// <summary>A word or a mention in a sentence.</summary>
internal readonly record struct SentenceToken(int Start, int End, uint Class, WordTag Tag, EntityDraft? Entity)
{
    private static readonly uint[] _joints = [.. "、和与及".Select(c => CharacterFeatures.HashOf([c]))];

    /// <summary>The clusters of a word.</summary>
    public WordCluster Cluster { get; init; }

    public bool IsJoint => Array.IndexOf(_joints, Class) >= 0;

    public bool IsMark => Tag == WordTag.Punctuation;

    public bool IsVerb => Tag is WordTag.Verb or WordTag.VerbalNoun;
}
