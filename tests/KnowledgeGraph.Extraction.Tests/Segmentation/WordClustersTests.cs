using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Extraction.Tests.Segmentation;

public sealed class WordClustersTests
{
    private static readonly WordClusters _clusters = new();

    [Theory]
    [InlineData("出席", "参加")]
    [InlineData("总经理", "董事长")]
    [InlineData("隧道", "大桥")]
    public void Words_that_stand_in_the_same_surroundings_are_in_one_cluster(string word, string other)
    {
        _clusters.Of(word).Should().Be(_clusters.Of(other)).And.NotBe(default(WordCluster));
    }

    [Fact]
    public void Words_of_different_kinds_are_in_different_clusters()
    {
        _clusters.Of("出席").Coarse.Should().NotBe(_clusters.Of("大桥").Coarse);
    }

    [Fact]
    public void A_word_that_the_corpora_lack_is_in_no_cluster()
    {
        _clusters.Of("云州储能").Should().Be(default(WordCluster));
    }
}
