using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace KnowledgeGraph.Extraction.Recognition;

/// <summary>A linear model of tag sequences: each feature of a character votes for tags, each pair of tags has a weight.</summary>
/// <remarks>
/// Weights are eight-bit integers in units of <c>1 / Scale</c>; features without weight are not kept. File: tags, scale, transitions,
/// then the keys in ascending order and a row of weights for each.
/// </remarks>
internal sealed class SequenceModel
{
    // A margin in steps of this many units of weight.
    private const float Step = 25;

    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly sbyte[] _weights;
    private readonly int[] _transitions;
    private readonly bool[] _starts;
    private readonly int _stride;

    private SequenceModel(string[] tags, float scale, int[] transitions, ReadOnlySpan<byte> keys, ReadOnlySpan<sbyte> weights)
    {
        Tags = tags;
        Scale = scale;
        _transitions = transitions;
        _starts = [.. tags.Select(tag => tag[0] is 'O' or 'B' or 'S')];
        _stride = (tags.Length + 15) / 16 * 16;

        var count = keys.Length / sizeof(uint);
        var capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * count));
        _keys = new uint[capacity];
        _rows = new int[capacity];
        _weights = new sbyte[count * _stride];
        for (var i = 0; i < count; i++)
        {
            var key = BinaryPrimitives.ReadUInt32LittleEndian(keys[(i * sizeof(uint))..]);
            weights.Slice(i * tags.Length, tags.Length).CopyTo(_weights.AsSpan(i * _stride));
            var slot = key & (uint)(capacity - 1);
            while (_keys[slot] != 0)
                slot = (slot + 1) & (uint)(capacity - 1);

            (_keys[slot], _rows[slot]) = (key, i * _stride);
        }
    }

    public IReadOnlyList<string> Tags { get; }

    /// <summary>How many units of a weight make one.</summary>
    public float Scale { get; }

    public static SequenceModel Load(byte[] bytes)
    {
        var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var tags = reader.ReadString().Split(' ');
        var scale = reader.ReadSingle();
        var transitions = new int[tags.Length * tags.Length];
        for (var i = 0; i < transitions.Length; i++)
            transitions[i] = reader.ReadInt32();

        var count = reader.ReadInt32();
        var position = (int)reader.BaseStream.Position;
        var keys = bytes.AsSpan(position, count * sizeof(uint));
        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(position + keys.Length, count * tags.Length));
        return new SequenceModel(tags, scale, transitions, keys, weights);
    }

    /// <summary>The best sequence of tags, as indexes into <see cref="Tags"/>, for characters with the given features.</summary>
    /// <param name="features">The features of all characters, <paramref name="width"/> for each.</param>
    /// <param name="width">How many features a character has.</param>
    public int[] Decode(ReadOnlySpan<uint> features, int width) => Viterbi(Emissions(features, width), features.Length / width);

    /// <summary>The best sequence of tags, and how far each tag is from the next best for its character alone.</summary>
    public FirstReading Read(ReadOnlySpan<uint> features, int width)
    {
        var emissions = Emissions(features, width);
        var tags = Viterbi(emissions, features.Length / width);
        var margins = new byte[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            var own = emissions.AsSpan(i * Tags.Count, Tags.Count);
            var other = int.MinValue;
            for (var t = 0; t < own.Length; t++)
                other = t == tags[i] ? other : Math.Max(other, own[t]);

            margins[i] = (byte)Math.Clamp((own[tags[i]] - other) / Scale / Step + 2, 0, 9);
        }

        return new FirstReading(tags, margins);
    }

    /// <summary>The sum of the weights of some features for each tag.</summary>
    public int[] Sums(ReadOnlySpan<uint> features)
    {
        var sums = new int[_stride];
        Score(features, sums);
        return sums;
    }

    private int[] Emissions(ReadOnlySpan<uint> features, int width)
    {
        var length = features.Length / width;
        var emissions = new int[length * Tags.Count];
        Span<int> sums = stackalloc int[_stride];
        for (var i = 0; i < length; i++)
        {
            Score(features.Slice(i * width, width), sums);
            sums[..Tags.Count].CopyTo(emissions.AsSpan(i * Tags.Count));
        }

        return emissions;
    }

    private void Score(ReadOnlySpan<uint> features, Span<int> sums)
    {
        Span<short> votes = stackalloc short[_stride];
        votes.Clear();
        var mask = (uint)(_keys.Length - 1);
        foreach (var feature in features)
        {
            var slot = feature & mask;
            while (_keys[slot] != 0)
            {
                if (_keys[slot] == feature)
                {
                    Add(_rows[slot], votes);
                    break;
                }

                slot = (slot + 1) & mask;
            }
        }

        for (var t = 0; t < votes.Length; t++)
            sums[t] = votes[t];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int row, Span<short> votes)
    {
        for (var lane = 0; lane < _stride; lane += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref _weights[row + lane]));
            ref var target = ref votes[lane];
            (Vector128.LoadUnsafe(ref target) + low).StoreUnsafe(ref target);
            ref var upper = ref votes[lane + 8];
            (Vector128.LoadUnsafe(ref upper) + high).StoreUnsafe(ref upper);
        }
    }

    private int[] Viterbi(int[] emissions, int length)
    {
        var count = Tags.Count;
        var from = new byte[length * count];
        var (scores, next) = (new int[count], new int[count]);
        for (var t = 0; t < count; t++)
            scores[t] = length > 0 && _starts[t] ? emissions[t] : int.MinValue / 2;

        for (var i = 1; i < length; i++)
        {
            for (var t = 0; t < count; t++)
            {
                var (best, bestFrom) = (int.MinValue, 0);
                for (var s = 0; s < count; s++)
                {
                    var score = scores[s] + _transitions[s * count + t];
                    if (score > best)
                        (best, bestFrom) = (score, s);
                }

                next[t] = Math.Max(best + emissions[i * count + t], int.MinValue / 2);
                from[i * count + t] = (byte)bestFrom;
            }

            (scores, next) = (next, scores);
        }

        var tags = new int[length];
        if (length == 0)
            return tags;

        var last = 0;
        for (var t = 1; t < count; t++)
        {
            if (CanEnd(t) && (!CanEnd(last) || scores[t] > scores[last]))
                last = t;
        }

        for (var i = length - 1; i >= 0; i--)
        {
            tags[i] = last;
            last = from[i * count + last];
        }

        return tags;

        bool CanEnd(int tag) => Tags[tag][0] is 'O' or 'E' or 'S';
    }
}

/// <summary>What the first tagger says of a sentence.</summary>
/// <param name="Tags">The tag of each character.</param>
/// <param name="Margins">How sure each is: 2 and less where another tag is as good.</param>
internal sealed record FirstReading(int[] Tags, byte[] Margins);
