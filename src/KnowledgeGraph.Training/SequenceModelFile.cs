using System.IO.Compression;
using System.Text;

namespace KnowledgeGraph.Training;

/// <summary>A trained model, written as <see cref="Extraction.Recognition.SequenceModel"/> reads it.</summary>
internal sealed class SequenceModelFile(string[] tags, List<KeyValuePair<uint, float[]>> rows, float[] transitions)
{
    public int Features => rows.Count;

    /// <summary>A model of the features that say most.</summary>
    public static SequenceModelFile Of(string[] tags, Dictionary<uint, float[]> rows, int most, float[] transitions) => new(
        tags,
        [
            .. rows
                .OrderByDescending(row => row.Value.Max() - row.Value.Min()).ThenBy(row => row.Key)
                .Take(most)
                .OrderBy(row => row.Key),
        ],
        transitions);

    public byte[] ToBytes()
    {
        var scale = 127 / Quantile(rows.Select(row => row.Value.Max(Math.Abs)), 0.999);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(string.Join(' ', tags));
        writer.Write(scale);
        foreach (var weight in transitions)
            writer.Write(float.IsNegativeInfinity(weight) ? -1_000_000 : (int)MathF.Round(weight * scale));

        writer.Write(rows.Count);
        foreach (var (key, _) in rows)
            writer.Write(key);

        foreach (var (_, weights) in rows)
        {
            foreach (var weight in weights)
                writer.Write((sbyte)Math.Clamp(MathF.Round(weight * scale), -127, 127));
        }

        return bytes.ToArray();
    }

    public void Save(string path)
    {
        using var packed = new BrotliStream(File.Create(path), CompressionLevel.SmallestSize);
        packed.Write(ToBytes());
    }

    /// <summary>The bytes of a file that <see cref="Save"/> wrote.</summary>
    public static byte[] Read(string path)
    {
        using var packed = new BrotliStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static float Quantile(IEnumerable<float> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 1 : sorted[(int)((sorted.Length - 1) * share)];
    }
}
