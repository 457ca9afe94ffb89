using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Graph.Tests;

public sealed class OntologyTests
{
    [Fact]
    public void Every_type_of_relation_is_defined_once_and_found_by_its_name()
    {
        Ontology.Relations.Select(definition => definition.Type).Should().Equal(Enum.GetValues<RelationType>());
        Ontology.Relations.Should().OnlyContain(definition => Ontology.Find(definition.Name) == definition && definition.Meaning.Length > 0);
    }

    [Fact]
    public void The_ends_of_a_symmetric_relation_are_of_the_same_types() =>
        Ontology.Relations.Where(definition => definition.IsSymmetric).Should().OnlyContain(definition => definition.Heads.SetEquals(definition.Tails));

    [Fact]
    public void The_ends_are_those_of_the_guidelines()
    {
        Ontology.Permits(RelationType.Attended, EntityType.Person, EntityType.Event).Should().BeTrue();
        Ontology.Permits(RelationType.Attended, EntityType.Event, EntityType.Person).Should().BeFalse();
        Ontology.Permits(RelationType.Met, EntityType.Person, EntityType.Organization).Should().BeFalse();
    }

    [Fact]
    public void A_document_that_breaks_the_ontology_is_invalid()
    {
        var document = Some.Document().Saying(RelationType.Attended, Some.Event("论坛"), Some.Person("甲一")).Build();

        document.Validate().Should().ContainSingle().Which.Should().Contain("ATTENDED may not lead from Event to Person");
    }

    [Fact]
    public void A_sentence_that_is_not_the_text_of_its_span_is_found()
    {
        var document = Some.Document().Saying(RelationType.Met, Some.Person("甲一"), Some.Person("乙二")).Build();

        var moved = document with { Evidence = [.. document.Evidence.Select(evidence => evidence with { Span = new TextSpan(1, evidence.Span.Length) })] };

        moved.Validate().Should().ContainSingle().Which.Should().Contain("not the text of its span");
    }
}
