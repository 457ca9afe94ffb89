using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Graph.Tests;

public sealed class RelationTests
{
    private static readonly Entity _a = Some.Person("甲一");
    private static readonly Entity _b = Some.Person("乙二");

    [Fact]
    public void The_ends_of_a_symmetric_fact_may_come_in_either_order()
    {
        RelationId.Of(RelationType.Met, _a.Id, _b.Id, Qualifiers.None).Should().Be(RelationId.Of(RelationType.Met, _b.Id, _a.Id, Qualifiers.None));

        RelationId.Of(RelationType.PartOf, _a.Id, _b.Id, Qualifiers.None).Should().NotBe(RelationId.Of(RelationType.PartOf, _b.Id, _a.Id, Qualifiers.None));
    }

    [Fact]
    public void Only_the_qualifier_that_the_ontology_names_tells_facts_apart()
    {
        var mayor = new Qualifiers { Title = "市长" };
        var secretary = new Qualifiers { Title = "市委书记" };
        var spoke = new Qualifiers { Role = "致辞" };

        RelationId.Of(RelationType.HoldsPosition, _a.Id, _b.Id, mayor).Should().NotBe(RelationId.Of(RelationType.HoldsPosition, _a.Id, _b.Id, secretary));
        RelationId.Of(RelationType.Attended, _a.Id, _b.Id, spoke).Should().Be(RelationId.Of(RelationType.Attended, _a.Id, _b.Id, Qualifiers.None));
    }

    [Fact]
    public void A_fact_has_the_status_that_was_reported_last()
    {
        var evidence = Evidence("2023-05-01", RelationStatus.Planned).Concat(Evidence("2023-05-20", RelationStatus.Cancelled)).ToList();

        Relation.From(evidence).Status.Should().Be(RelationStatus.Cancelled);
        Relation.From([.. evidence.AsEnumerable().Reverse()]).Should().Be(Relation.From(evidence));
    }

    [Fact]
    public void On_the_same_day_what_came_to_pass_weighs_more_than_a_plan()
    {
        var evidence = Evidence("2023-05-01", RelationStatus.Planned).Concat(Evidence("2023-05-01", RelationStatus.Occurred)).ToList();

        Relation.From(evidence).Status.Should().Be(RelationStatus.Occurred);
    }

    [Fact]
    public void A_missing_qualifier_is_taken_from_weaker_evidence()
    {
        var strong = Some.Document().Saying(RelationType.Attended, _a, Some.Event("论坛"), "甲一出席论坛。", confidence: 0.9).Build();
        var weak = Some.Document().Saying(RelationType.Attended, _a, Some.Event("论坛"), "甲一在论坛上致辞。", new Qualifiers { Role = "致辞" }, confidence: 0.5).Build();

        var relation = Relation.From([.. strong.Evidence, .. weak.Evidence]);

        relation.Sentence.Should().Be("甲一出席论坛。");
        relation.Qualifiers.Role.Should().Be("致辞");
    }

    private static IEnumerable<Evidence> Evidence(string day, RelationStatus status) =>
        Some.Document().Article($"{day}{status}", day).Saying(RelationType.Met, _a, _b, status: status).Build().Evidence;
}
