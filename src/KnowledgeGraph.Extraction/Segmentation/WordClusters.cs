using System.Text;
using KnowledgeGraph.Extraction.Lexicons;

namespace KnowledgeGraph.Extraction.Segmentation;

/// <summary>Words that stand in the same surroundings, put together: 注资 with 入股, 揭牌 with 启用.</summary>
/// <remarks>
/// Fine clusters lie in middle ones and those in coarse ones. File: the number of fine clusters; for each its middle and its coarse cluster and its words.
/// </remarks>
internal sealed class WordClusters
{
    private readonly WordTrie _words = new();
    private readonly WordCluster[] _clusters;

    public WordClusters()
        : this(Lexicon.Model("clusters.br"))
    {
    }

    internal WordClusters(byte[] file)
    {
        var reader = new BinaryReader(new MemoryStream(file), Encoding.UTF8);
        _clusters = new WordCluster[reader.ReadUInt16()];
        for (var i = 0; i < _clusters.Length; i++)
        {
            _clusters[i] = new WordCluster((uint)i + 1, reader.ReadByte() + 1u, reader.ReadByte() + 1u);
            foreach (var word in reader.ReadString().Split(' '))
                _words.Add(word, i);
        }
    }

    /// <summary>The clusters that a word is in; zeros for a word that is too rare to know.</summary>
    public WordCluster Of(ReadOnlySpan<char> word) => _words.Find(word) is >= 0 and var id ? _clusters[id] : default;
}

/// <summary>The clusters of a word, from 1.</summary>
internal readonly record struct WordCluster(uint Fine, uint Middle, uint Coarse);
