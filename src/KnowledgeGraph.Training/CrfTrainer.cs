using System.Numerics;
using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Training;

/// <summary>Trains a <see cref="SequenceModel"/> as a conditional random field: by the likelihood of the right tags, not by mistakes alone.</summary>
/// <remarks>
/// Stochastic gradient with a step of its own for each weight (AdaGrad), and features that are dropped at random. From few pages this
/// learns more than a perceptron does; it costs a few times as much. One thread and a fixed seed: the same pages give the same file.
/// </remarks>
internal sealed class CrfTrainer
{
    private const float Rate = 0.12f;

    // How fast a weight that nothing asks for fades.
    private const float Decay = 0.002f;

    // A row of weights is followed by the sums of its squared gradients.
    private readonly float[] _rows;
    private readonly int _stride;
    private readonly int _mask;
    private readonly string[] _tags;
    private readonly float[] _transitions;
    private readonly float[] _transitionSquares;
    private readonly (int From, int To)[] _pairs;
    private readonly bool[] _starts;
    private readonly bool[] _ends;
    private readonly int _width;
    private readonly float _dropout;
    private readonly Func<TaggedSentence, uint[]> _features;

    public CrfTrainer(string[] tags, int width, int log2Rows, float dropout, Func<TaggedSentence, uint[]> features)
    {
        (_tags, _width, _dropout, _features) = (tags, width, dropout, features);
        _stride = (tags.Length + 7) / 8 * 8;
        _mask = (1 << log2Rows) - 1;
        _rows = new float[(1 << log2Rows) * 2L * _stride];
        _transitions = new float[tags.Length * tags.Length];
        _transitionSquares = new float[tags.Length * tags.Length];
        _pairs = [.. from s in Enumerable.Range(0, tags.Length) from t in Enumerable.Range(0, tags.Length) where TagScheme.MayFollow(tags[s], tags[t]) select (s, t)];
        _starts = [.. tags.Select(tag => tag[0] is 'O' or 'B' or 'S')];
        _ends = [.. tags.Select(tag => tag[0] is 'O' or 'E' or 'S')];
    }

    public void Train(IReadOnlyList<TaggedSentence> sentences, int epochs, int seed, TextWriter log)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(seed);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0d;
            foreach (var index in order)
                loss += Learn(sentences[index], random);

            log.WriteLine($"epoch {epoch}: loss {loss:F0}");
        }
    }

    private double Learn(TaggedSentence sentence, Random random)
    {
        var gold = TagScheme.Gold(_tags, sentence.Text.Length, sentence.Names);
        if (gold.Length == 0)
            return 0;

        var rows = Rows(_features(sentence), random);
        var lattice = new Lattice(this, rows, gold.Length);
        Span<float> gradient = stackalloc float[_stride];
        for (var i = 0; i < gold.Length; i++)
        {
            var largest = lattice.Gradient(i, gold[i], gradient);
            if (largest > 0.005f)
                Update(rows.AsSpan(i * _width, _width), gradient);
        }

        UpdateTransitions(lattice.TransitionGradient(gold));
        return lattice.Loss(gold);
    }

    private int[] Rows(uint[] features, Random random)
    {
        var rows = new int[features.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = random.NextSingle() < _dropout ? -1 : Row(features[i]);

        return rows;
    }

    private int Row(uint feature) => ((int)((feature * 0xD6E8FEB86659FD93UL) >> 32) & _mask) * 2 * _stride;

    private void Update(ReadOnlySpan<int> rows, ReadOnlySpan<float> gradient)
    {
        var rate = new Vector<float>(Rate);
        foreach (var row in rows)
        {
            if (row < 0)
                continue;

            var weights = _rows.AsSpan(row, _stride);
            var squares = _rows.AsSpan(row + _stride, _stride);
            for (var lane = 0; lane < _stride; lane += Vector<float>.Count)
            {
                var g = new Vector<float>(gradient[lane..]) - Decay * new Vector<float>(weights[lane..]);
                var sum = new Vector<float>(squares[lane..]) + g * g;
                sum.CopyTo(squares[lane..]);
                (new Vector<float>(weights[lane..]) + rate * g / Vector.SquareRoot(sum + new Vector<float>(1e-3f))).CopyTo(weights[lane..]);
            }
        }
    }

    private void UpdateTransitions(float[] gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            if (gradient[i] == 0)
                continue;

            _transitionSquares[i] += gradient[i] * gradient[i];
            _transitions[i] += Rate * gradient[i] / MathF.Sqrt(_transitionSquares[i] + 1e-3f);
        }
    }

    /// <summary>Adds a share of the weights to <paramref name="model"/>.</summary>
    /// <param name="sentences">Where to take the features from.</param>
    /// <param name="share">The share: one by the number of models whose mean is taken.</param>
    /// <param name="model">What the shares add up in.</param>
    public void AddTo(ModelMean model, IEnumerable<TaggedSentence> sentences, float share)
    {
        var seen = new HashSet<uint>();
        foreach (var feature in sentences.SelectMany(_features))
        {
            if (seen.Add(feature))
                model.Add(feature, _rows.AsSpan(Row(feature), _tags.Length), share);
        }

        foreach (var (s, t) in _pairs)
            model.AddTransition(s, t, _transitions[s * _tags.Length + t] * share);
    }

    /// <summary>The probabilities of tags in one sentence, by the forward and backward sums over all ways to tag it.</summary>
    private sealed class Lattice
    {
        private readonly CrfTrainer _model;
        private readonly int _length;
        private readonly int _stride;
        private readonly float[] _emissions;
        private readonly float[] _scores;
        private readonly float[] _forward;
        private readonly float[] _backward;
        private readonly float[] _jumps;
        private readonly double _logSum;

        public Lattice(CrfTrainer model, ReadOnlySpan<int> rows, int length)
        {
            (_model, _length, _stride) = (model, length, model._stride);
            _scores = new float[length * _stride];
            _emissions = new float[length * _stride];
            _forward = new float[length * _stride];
            _backward = new float[length * _stride];
            _jumps = [.. model._pairs.Select(pair => MathF.Exp(model._transitions[pair.From * model._tags.Length + pair.To]))];
            for (var i = 0; i < length; i++)
            {
                var scores = _scores.AsSpan(i * _stride, _stride);
                Sum(rows.Slice(i * model._width, model._width), scores);
                for (var t = 0; t < _stride; t++)
                    scores[t] /= 1 - model._dropout;

                var most = float.MinValue;
                for (var t = 0; t < model._tags.Length; t++)
                    most = MathF.Max(most, scores[t]);

                for (var t = 0; t < model._tags.Length; t++)
                    _emissions[i * _stride + t] = MathF.Max(1e-20f, MathF.Exp(scores[t] - most));

                _logSum += most;
            }

            _logSum += Forward();
            Backward();
        }

        private void Sum(ReadOnlySpan<int> rows, Span<float> scores)
        {
            foreach (var row in rows)
            {
                if (row < 0)
                    continue;

                var weights = _model._rows.AsSpan(row, _stride);
                for (var lane = 0; lane < _stride; lane += Vector<float>.Count)
                    (new Vector<float>(scores[lane..]) + new Vector<float>(weights[lane..])).CopyTo(scores[lane..]);
            }
        }

        private double Forward()
        {
            var log = 0d;
            for (var i = 0; i < _length; i++)
            {
                var now = _forward.AsSpan(i * _stride, _stride);
                if (i == 0)
                {
                    for (var t = 0; t < _model._tags.Length; t++)
                        now[t] = _model._starts[t] ? 1 : 0;
                }
                else
                {
                    var before = _forward.AsSpan((i - 1) * _stride, _stride);
                    for (var p = 0; p < _jumps.Length; p++)
                        now[_model._pairs[p].To] += before[_model._pairs[p].From] * _jumps[p];
                }

                for (var t = 0; t < _model._tags.Length; t++)
                    now[t] = i == _length - 1 && !_model._ends[t] ? 0 : now[t] * _emissions[i * _stride + t];

                log += Math.Log(Scale(now));
            }

            return log;
        }

        private void Backward()
        {
            for (var i = _length - 1; i >= 0; i--)
            {
                var now = _backward.AsSpan(i * _stride, _stride);
                if (i == _length - 1)
                {
                    for (var t = 0; t < _model._tags.Length; t++)
                        now[t] = _model._ends[t] ? 1 : 0;
                }
                else
                {
                    var next = (i + 1) * _stride;
                    for (var p = 0; p < _jumps.Length; p++)
                        now[_model._pairs[p].From] += _jumps[p] * _emissions[next + _model._pairs[p].To] * _backward[next + _model._pairs[p].To];
                }

                Scale(now);
            }
        }

        private static float Scale(Span<float> values)
        {
            var sum = 0f;
            foreach (var value in values)
                sum += value;

            sum = MathF.Max(sum, 1e-30f);
            for (var t = 0; t < values.Length; t++)
                values[t] /= sum;

            return sum;
        }

        /// <summary>How the score of each tag of a character should change; the largest change is returned.</summary>
        public float Gradient(int i, int gold, Span<float> gradient)
        {
            gradient.Clear();
            var sum = 0f;
            for (var t = 0; t < _model._tags.Length; t++)
                sum += gradient[t] = _forward[i * _stride + t] * _backward[i * _stride + t];

            var largest = 0f;
            for (var t = 0; t < _model._tags.Length; t++)
            {
                gradient[t] = (t == gold ? 1 : 0) - gradient[t] / MathF.Max(sum, 1e-30f);
                largest = MathF.Max(largest, MathF.Abs(gradient[t]));
            }

            return largest;
        }

        public float[] TransitionGradient(int[] gold)
        {
            var count = _model._tags.Length;
            var gradient = new float[count * count];
            var shares = new float[_jumps.Length];
            for (var i = 1; i < _length; i++)
            {
                var sum = 0f;
                for (var p = 0; p < shares.Length; p++)
                {
                    var (s, t) = _model._pairs[p];
                    sum += shares[p] = _forward[(i - 1) * _stride + s] * _jumps[p] * _emissions[i * _stride + t] * _backward[i * _stride + t];
                }

                for (var p = 0; p < shares.Length; p++)
                    gradient[_model._pairs[p].From * count + _model._pairs[p].To] -= shares[p] / MathF.Max(sum, 1e-30f);

                gradient[gold[i - 1] * count + gold[i]] += 1;
            }

            return gradient;
        }

        public double Loss(int[] gold)
        {
            var score = 0d;
            for (var i = 0; i < _length; i++)
                score += _scores[i * _stride + gold[i]] + (i == 0 ? 0 : _model._transitions[gold[i - 1] * _model._tags.Length + gold[i]]);

            return _logSum - score;
        }
    }
}
