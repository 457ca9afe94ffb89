using System.Numerics;
using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Training;

/// <summary>Trains a <see cref="SequenceModel"/>: an averaged structured perceptron with a copy of each feature for each corpus.</summary>
/// <remarks>
/// The copies (Daumé's feature augmentation) let corpora with different rules learn from each other; the file keeps the sum of the
/// common weights and those of one domain. One thread and a fixed seed: the same corpora give the same file.
/// </remarks>
internal sealed class PerceptronTrainer
{
    private readonly string[] _tags;
    private readonly int _stride;
    private readonly int _mask;
    private readonly float[] _weights;
    private readonly float[] _sums;
    private readonly float[] _transitions;
    private readonly float[] _transitionSums;
    private readonly bool[] _allowed;
    private readonly Func<TaggedSentence, uint[]> _features;
    private readonly int _width;
    private readonly int _copies;
    private readonly float _dropout;
    private Random _random = new(0);
    private float _step = 1;

    public PerceptronTrainer(string[] tags, int width, int log2Rows, bool hasDomains, float dropout, Func<TaggedSentence, uint[]> features)
    {
        _copies = hasDomains ? 2 : 1;
        _dropout = dropout;
        _tags = tags;
        _width = width;
        _features = features;
        _stride = (tags.Length + 7) / 8 * 8;
        _mask = (1 << log2Rows) - 1;
        _weights = new float[(1 << log2Rows) * (long)_stride];
        _sums = new float[(1 << log2Rows) * (long)_stride];
        _transitions = new float[tags.Length * tags.Length];
        _transitionSums = new float[tags.Length * tags.Length];
        _allowed = [.. from tag in tags from next in tags select TagScheme.MayFollow(tag, next)];
    }

    public void Train(IReadOnlyList<TaggedSentence> sentences, int epochs, int seed, TextWriter log)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(seed);
        _random = new Random(seed + 1);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var (wrong, characters) = (0L, 0L);
            foreach (var index in order)
            {
                wrong += Learn(sentences[index]);
                characters += sentences[index].Text.Length;
            }

            log.WriteLine($"epoch {epoch}: {wrong} of {characters} characters wrong");
        }
    }

    private int Learn(TaggedSentence sentence)
    {
        var gold = TagScheme.Gold(_tags, sentence.Text.Length, sentence.Names);
        var rows = Rows(_features(sentence), sentence.Domain);
        var found = Decode(rows, gold.Length);
        var wrong = 0;
        for (var i = 0; i < gold.Length; i++)
        {
            if (found[i] != gold[i])
            {
                wrong++;
                Update(rows.AsSpan(i * _copies * _width, _copies * _width), gold[i], found[i]);
            }

            if (i > 0 && (found[i] != gold[i] || found[i - 1] != gold[i - 1]))
            {
                UpdateTransition(gold[i - 1] * _tags.Length + gold[i], 1);
                UpdateTransition(found[i - 1] * _tags.Length + found[i], -1);
            }
        }

        _step++;
        return wrong;
    }

    private int[] Rows(uint[] features, int domain)
    {
        var rows = new int[_copies * features.Length];
        for (var i = 0; i < features.Length; i++)
        {
            // With dropout, row 0 belongs to no feature: one that is dropped votes for nothing and learns nothing that is kept.
            rows[_copies * i] = _dropout > 0 && _random.NextSingle() < _dropout ? 0 : Row(features[i], 0);
            if (_copies == 2)
                rows[2 * i + 1] = Row(features[i], domain);
        }

        return rows;
    }

    private int Row(uint feature, int domain)
    {
        var hash = (feature ^ ((ulong)domain * 0x9E3779B97F4A7C15UL)) * 0xD6E8FEB86659FD93UL;
        return Math.Max(_dropout > 0 ? 1 : 0, (int)(hash >> 32) & _mask);
    }

    private int[] Decode(int[] rows, int length)
    {
        var count = _tags.Length;
        var (scores, next) = (new float[count], new float[count]);
        var from = new byte[length * count];
        Span<float> emission = stackalloc float[_stride];
        for (var i = 0; i < length; i++)
        {
            Sum(rows.AsSpan(i * _copies * _width, _copies * _width), emission);
            for (var t = 0; t < count; t++)
            {
                if (i == 0)
                {
                    next[t] = _tags[t][0] is 'O' or 'B' or 'S' ? emission[t] : -1e9f;
                    continue;
                }

                var (best, bestFrom) = (-1e9f, 0);
                for (var s = 0; s < count; s++)
                {
                    if (_allowed[s * count + t] && scores[s] + _transitions[s * count + t] > best)
                        (best, bestFrom) = (scores[s] + _transitions[s * count + t], s);
                }

                next[t] = best + emission[t];
                from[i * count + t] = (byte)bestFrom;
            }

            (scores, next) = (next, scores);
        }

        var last = 0;
        for (var t = 1; t < count; t++)
        {
            if (_tags[t][0] is 'E' or 'S' && scores[t] > scores[last])
                last = t;
        }

        var found = new int[length];
        for (var i = length - 1; i >= 0; i--)
        {
            found[i] = last;
            last = from[i * count + last];
        }

        return found;
    }

    private void Sum(ReadOnlySpan<int> rows, Span<float> emission)
    {
        emission.Clear();
        foreach (var row in rows)
        {
            var weights = _weights.AsSpan(row * _stride, _stride);
            for (var lane = 0; lane < _stride; lane += Vector<float>.Count)
                (new Vector<float>(emission[lane..]) + new Vector<float>(weights[lane..])).CopyTo(emission[lane..]);
        }
    }

    private void Update(ReadOnlySpan<int> rows, int gold, int found)
    {
        foreach (var row in rows)
        {
            if (row == 0 && _dropout > 0)
                continue;

            _weights[row * _stride + gold] += 1;
            _weights[row * _stride + found] -= 1;
            _sums[row * _stride + gold] += _step;
            _sums[row * _stride + found] -= _step;
        }
    }

    private void UpdateTransition(int index, float change)
    {
        _transitions[index] += change;
        _transitionSums[index] += change * _step;
    }

    /// <summary>The averaged model for one domain, without the features that say little.</summary>
    /// <param name="sentences">Where to take the features from.</param>
    /// <param name="domain">Whose conventions to keep.</param>
    /// <param name="most">How many features to keep at most.</param>
    public SequenceModelFile Export(IEnumerable<TaggedSentence> sentences, int domain, int most)
    {
        var rows = new Dictionary<uint, float[]>();
        foreach (var sentence in sentences)
        {
            foreach (var feature in _features(sentence))
            {
                if (rows.ContainsKey(feature))
                    continue;

                var weights = new float[_tags.Length];
                for (var t = 0; t < weights.Length; t++)
                    weights[t] = Average(Row(feature, 0), t) + (_copies == 2 ? Average(Row(feature, domain), t) : 0);

                if (weights.Any(weight => MathF.Abs(weight) > 0.05f))
                    rows.Add(feature, weights);
            }
        }

        var transitions = _transitions.Select((weight, i) => _allowed[i] ? weight - _transitionSums[i] / _step : float.NegativeInfinity).ToArray();
        return SequenceModelFile.Of(_tags, rows, most, transitions);
    }

    private float Average(int row, int tag) => _weights[row * _stride + tag] - _sums[row * _stride + tag] / _step;
}
