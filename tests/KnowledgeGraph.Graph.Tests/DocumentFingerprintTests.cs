using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Graph.Tests;

public sealed class DocumentFingerprintTests
{
    private static readonly DocumentGraph _document = Some.Document()
        .Saying(RelationType.Met, Some.Person("甲一"), Some.Person("乙二"))
        .Saying(RelationType.Met, Some.Person("甲一"), Some.Person("丙三"))
        .Build();

    [Fact]
    public void The_order_of_the_lists_makes_no_difference()
    {
        var turned = _document with
        {
            Entities = [.. _document.Entities.Reverse()],
            Mentions = [.. _document.Mentions.Reverse()],
            Evidence = [.. _document.Evidence.Reverse()],
        };

        DocumentFingerprint.Of(turned).Should().Be(DocumentFingerprint.Of(_document));
    }

    [Fact]
    public void Where_it_came_from_and_when_makes_no_difference()
    {
        var elsewhere = _document with { Document = _document.Document with { Sources = ["elsewhere"], ReadAt = DateTimeOffset.UnixEpoch } };

        DocumentFingerprint.Of(elsewhere).Should().Be(DocumentFingerprint.Of(_document));
    }

    [Fact]
    public void What_it_says_makes_a_difference()
    {
        var other = _document with { Evidence = [.. _document.Evidence.Select(evidence => evidence with { Confidence = 0.1 })] };

        DocumentFingerprint.Of(other).Should().NotBe(DocumentFingerprint.Of(_document));
    }
}
