using System.Numerics;

namespace KnowledgeGraph.Training;

/// <summary>Vectors of words that are near where the words stand in the same surroundings (skip-gram with negative samples).</summary>
/// <remarks>One thread and a fixed seed: the same sentences give the same vectors.</remarks>
internal sealed class WordVectors
{
    public const int Width = 64;

    private const int Window = 2;
    private const int Negatives = 5;
    private const int Epochs = 4;
    private const float FirstRate = 0.05f;

    // Words more frequent than this share are left out now and then.
    private const double Frequent = 2e-4;

    private readonly int[] _counts;
    private readonly float[] _inner;
    private readonly float[] _outer;
    private readonly int[] _table = new int[1 << 20];
    private readonly float[] _sigmoid = [.. Enumerable.Range(0, 1024).Select(i => 1 / (1 + MathF.Exp(-(i - 511.5f) / 64)))];

    public WordVectors(int[] counts)
    {
        _counts = counts;
        var random = new Random(1);
        _inner = [.. Enumerable.Range(0, counts.Length * Width).Select(_ => (random.NextSingle() - 0.5f) / Width)];
        _outer = new float[_inner.Length];
        FillTable();
    }

    public ReadOnlySpan<float> Of(int word) => _inner.AsSpan(word * Width, Width);

    public void Train(List<int[]> sentences)
    {
        var random = new Random(2);
        var total = (long)Epochs * sentences.Sum(sentence => (long)sentence.Length);
        var seen = 0L;
        var all = _counts.Sum(count => (double)count);
        var kept = new List<int>();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var sentence in sentences)
            {
                kept.Clear();
                foreach (var word in sentence)
                {
                    var limit = Frequent * all / _counts[word];
                    if (limit >= 1 || random.NextDouble() < Math.Sqrt(limit))
                        kept.Add(word);
                }

                Learn(kept, FirstRate * Math.Max(0.01f, 1 - (float)seen / total), random);
                seen += sentence.Length;
            }
        }
    }

    private void Learn(List<int> words, float rate, Random random)
    {
        Span<float> change = stackalloc float[Width];
        for (var i = 0; i < words.Count; i++)
        {
            for (var k = Math.Max(0, i - Window); k <= Math.Min(words.Count - 1, i + Window); k++)
            {
                if (k == i)
                    continue;

                var inner = _inner.AsSpan(words[i] * Width, Width);
                change.Clear();
                for (var n = 0; n <= Negatives; n++)
                {
                    var target = n == 0 ? words[k] : _table[random.Next(_table.Length)];
                    if (n > 0 && target == words[k])
                        continue;

                    var outer = _outer.AsSpan(target * Width, Width);
                    var step = rate * ((n == 0 ? 1 : 0) - Sigmoid(Dot(inner, outer)));
                    AddScaled(change, outer, step);
                    AddScaled(outer, inner, step);
                }

                AddScaled(inner, change, 1);
            }
        }
    }

    private float Sigmoid(float x) => _sigmoid[Math.Clamp((int)(x * 64 + 512), 0, 1023)];

    // Negative samples come as often as the word does, to the power of 0.75.
    private void FillTable()
    {
        var all = _counts.Sum(count => Math.Pow(count, 0.75));
        var (word, sum) = (0, Math.Pow(_counts[0], 0.75) / all);
        for (var i = 0; i < _table.Length; i++)
        {
            _table[i] = word;
            while ((i + 1.0) / _table.Length > sum && word < _counts.Length - 1)
                sum += Math.Pow(_counts[++word], 0.75) / all;
        }
    }

    internal static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        for (var lane = 0; lane < Width; lane += Vector<float>.Count)
            sum += new Vector<float>(a[lane..]) * new Vector<float>(b[lane..]);

        return Vector.Sum(sum);
    }

    private static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float scale)
    {
        var factor = new Vector<float>(scale);
        for (var lane = 0; lane < Width; lane += Vector<float>.Count)
            (new Vector<float>(target[lane..]) + factor * new Vector<float>(source[lane..])).CopyTo(target[lane..]);
    }
}
