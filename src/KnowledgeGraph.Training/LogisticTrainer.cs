using System.Numerics;

namespace KnowledgeGraph.Training;

/// <summary>What is known of one candidate: for each class that could be right, whether it is.</summary>
/// <param name="Features">What speaks for and against.</param>
/// <param name="Answers">The classes that could be right, with the odds before anything is learnt, whether they are, and how much that counts.</param>
internal sealed record LogisticExample(uint[] Features, IReadOnlyList<(int Class, float Base, bool IsRight, float Weight)> Answers);

/// <summary>Trains one logistic regression for each class, all over the same features.</summary>
/// <remarks>Stochastic gradient with a step of its own for each weight (AdaGrad), and features that are dropped at random.</remarks>
internal sealed class LogisticTrainer(int types, int log2Rows, float dropout)
{
    private const float Rate = 0.1f;

    // Keeps the first steps of a weight short.
    private const float Caution = 0.3f;

    // How fast a weight that nothing asks for fades.
    private const float Decay = 0.001f;

    private readonly int _stride = StrideOf(types);
    private readonly int _mask = (1 << log2Rows) - 1;
    private readonly float[] _weights = new float[(1 << log2Rows) * StrideOf(types)];
    private readonly float[] _squares = new float[(1 << log2Rows) * StrideOf(types)];

    public void Train(IReadOnlyList<LogisticExample> examples, int epochs, int seed, TextWriter log)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0d;
            foreach (var index in order)
                loss += Learn(examples[index], random);

            log.WriteLine($"epoch {epoch}: loss {loss:F0}");
        }
    }

    /// <summary>Adds a share of the weights to <paramref name="model"/>.</summary>
    public void AddTo(ModelMean model, IEnumerable<LogisticExample> examples, float share)
    {
        var seen = new HashSet<uint>();
        foreach (var feature in examples.SelectMany(example => example.Features))
        {
            if (seen.Add(feature))
                model.Add(feature, _weights.AsSpan(Row(feature), types), share);
        }
    }

    private double Learn(LogisticExample example, Random random)
    {
        Span<int> rows = example.Features.Length <= 1024 ? stackalloc int[example.Features.Length] : new int[example.Features.Length];
        var kept = 0;
        foreach (var feature in example.Features)
        {
            if (random.NextSingle() >= dropout)
                rows[kept++] = Row(feature);
        }

        rows = rows[..kept];
        Span<float> sums = stackalloc float[_stride];
        sums.Clear();
        foreach (var row in rows)
        {
            for (var lane = 0; lane < _stride; lane += Vector<float>.Count)
                (new Vector<float>(sums[lane..]) + new Vector<float>(_weights.AsSpan(row + lane))).CopyTo(sums[lane..]);
        }

        var loss = 0d;
        foreach (var (type, start, isRight, weight) in example.Answers)
        {
            var share = 1 / (1 + MathF.Exp(-start - sums[type] / (1 - dropout)));
            var error = weight * ((isRight ? 1 : 0) - share);
            loss -= weight * Math.Log(Math.Max(1e-6, isRight ? share : 1 - share));
            if (MathF.Abs(error) < 0.01f)
                continue;

            foreach (var row in rows)
            {
                ref var w = ref _weights[row + type];
                ref var square = ref _squares[row + type];
                var g = error - Decay * w;
                square += g * g;
                w += Rate * g / MathF.Sqrt(square + Caution);
            }
        }

        return loss;
    }

    private static int StrideOf(int types) => (types + 7) / 8 * 8;

    private int Row(uint feature) => ((int)((feature * 0xD6E8FEB86659FD93UL) >> 32) & _mask) * _stride;
}
