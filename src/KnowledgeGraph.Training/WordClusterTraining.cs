using System.IO.Compression;
using System.Text;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Training;

/// <summary>Puts the words of the corpora into clusters by what they stand beside.</summary>
internal static class WordClusterTraining
{
    private const int Least = 6;
    private const int Fine = 1000;
    private const int Middle = 200;
    private const int Coarse = 50;
    private const int Rounds = 15;

    public static void Run(string corpora, string target)
    {
        var segmenter = new Segmenter();
        var sentences = new Corpora(corpora, new PersonCharacters()).AsPrinted()
            .Select(sentence => segmenter.Segment(sentence.Text).Where(word => IsWord(word.Tag)).Select(word => sentence.Text[word.Start..word.End]).ToArray())
            .ToList();

        var words = sentences.SelectMany(sentence => sentence).GroupBy(word => word).Select(group => (Word: group.Key, Count: group.Count())).Where(word => word.Count >= Least)
            .OrderByDescending(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal).ToArray();
        var ids = words.Select((word, i) => (word.Word, i)).ToDictionary(word => word.Word, word => word.i, StringComparer.Ordinal);
        var vectors = new WordVectors([.. words.Select(word => word.Count)]);
        vectors.Train([.. sentences.Select(sentence => sentence.Where(ids.ContainsKey).Select(word => ids[word]).ToArray())]);

        var points = Enumerable.Range(0, words.Length).Select(i => Unit(vectors.Of(i))).ToArray();
        var (fine, fineCentres) = Cluster(points, Fine);
        var (middle, middleCentres) = Cluster(fineCentres, Middle);
        var (coarse, _) = Cluster(middleCentres, Coarse);

        using var bytes = new BrotliStream(File.Create(target), CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write((ushort)Fine);
        for (var c = 0; c < Fine; c++)
        {
            writer.Write((byte)middle[c]);
            writer.Write((byte)coarse[middle[c]]);
            writer.Write(string.Join(' ', words.Where((_, i) => fine[i] == c).Select(word => word.Word).Order(StringComparer.Ordinal)));
        }

        Console.WriteLine($"{words.Length} words of {sentences.Sum(sentence => sentence.Length)} in {Fine} clusters");
        foreach (var word in (string[])["投资", "出席", "揭牌", "调研", "主任", "常州", "公司", "项目", "村民", "建成", "大桥"])
            Console.WriteLine($"{word}: {string.Join(' ', words.Where((_, i) => fine[i] == fine[ids[word]]).Take(16).Select(other => other.Word))}");
    }

    private static bool IsWord(WordTag tag) => tag is not (WordTag.Digits or WordTag.Latin);

    // k-means with the cosine; the first centres are the most frequent words.
    private static (int[] Clusters, float[][] Centres) Cluster(float[][] points, int count)
    {
        var centres = points[..count];
        var clusters = new int[points.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var nearest = centres;
            Parallel.For(0, points.Length, i => clusters[i] = Nearest(nearest, points[i]));
            var sums = new float[count][];
            for (var c = 0; c < count; c++)
                sums[c] = new float[WordVectors.Width];

            for (var i = 0; i < points.Length; i++)
            {
                for (var k = 0; k < WordVectors.Width; k++)
                    sums[clusters[i]][k] += points[i][k];
            }

            centres = [.. sums.Select((sum, c) => sum.All(x => x == 0) ? nearest[c] : Unit(sum))];
        }

        return (clusters, centres);
    }

    private static int Nearest(float[][] centres, float[] point)
    {
        var (best, most) = (0, float.NegativeInfinity);
        for (var c = 0; c < centres.Length; c++)
        {
            if (WordVectors.Dot(centres[c], point) is var near && near > most)
                (best, most) = (c, near);
        }

        return best;
    }

    private static float[] Unit(ReadOnlySpan<float> vector)
    {
        var length = MathF.Sqrt(WordVectors.Dot(vector, vector));
        var unit = vector.ToArray();
        for (var k = 0; k < unit.Length && length > 0; k++)
            unit[k] /= length;

        return unit;
    }
}
