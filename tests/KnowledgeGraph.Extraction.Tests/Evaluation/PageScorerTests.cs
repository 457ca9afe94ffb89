using System.Text;
using KnowledgeGraph.Extraction.Evaluation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Tests.Evaluation;

public sealed class PageScorerTests
{
    private const string Gold =
        """
        { "entities": [ { "name": "孟怀瑾", "types": ["Person"] }, { "name": "唐屿", "types": ["Person"] },
                        { "name": "云麓大会", "types": ["Event"], "aliases": ["大会"] }, { "name": "江畔市", "types": ["Place"], "optional": true },
                        { "name": "云麓区", "types": ["Place"] }, { "name": "东山馆", "types": ["Place"] } ],
          "relations": [ { "type": "MET", "head": "孟怀瑾", "tail": "唐屿" }, { "type": "ATTENDED", "head": "唐屿", "tail": "云麓大会" },
                         { "type": "LOCATED_IN", "head": "东山馆", "tail": "云麓区" }, { "type": "LOCATED_IN", "head": "云麓区", "tail": "江畔市" } ] }
        """;

    [Fact]
    public void The_ends_of_a_meeting_may_change_places_and_quotation_marks_do_not_count()
    {
        var sheet = Score([Entity(EntityType.Person, "唐屿"), Entity(EntityType.Person, "孟怀瑾"), Entity(EntityType.Event, "“云麓”大会")], (RelationType.Met, 0, 1), (RelationType.Attended, 0, 2));

        sheet.Entities.Should().Be(new Tally(3, 3, 3, 5));
        sheet.RelationTypes[RelationType.Met].F1.Should().Be(1);
        sheet.RelationTypes[RelationType.Attended].F1.Should().Be(1);
    }

    [Fact]
    public void A_second_entity_for_the_same_thing_and_one_of_another_type_are_wrong()
    {
        var sheet = Score([Entity(EntityType.Event, "云麓大会"), Entity(EntityType.Event, "大会"), Entity(EntityType.Place, "唐屿")]);

        sheet.Entities.Should().Be(new Tally(1, 3, 1, 5));
        sheet.Errors.Should().Contain(["wrong entity Event 大会 (a second time)", "wrong entity Place 唐屿 (type)", "missed entity Person 唐屿"]);
    }

    [Fact]
    public void A_wider_place_than_the_annotators_is_right_and_does_not_stand_for_the_narrower()
    {
        var sheet = Score([Entity(EntityType.Place, "东山馆"), Entity(EntityType.Place, "江畔市")], (RelationType.LocatedIn, 0, 1));

        sheet.RelationTypes[RelationType.LocatedIn].Should().Be(new Tally(1, 1, 0, 2));
    }

    [Fact]
    public void An_optional_entity_is_neither_missed_nor_wrong()
    {
        Score([]).Errors.Should().NotContain(error => error.Contains("江畔市") && error.Contains("entity"));
        Score([Entity(EntityType.Place, "江畔市")]).Entities.Should().Be(new Tally(1, 1, 0, 5));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{ "entities": [ { "name": "甲", "types": ["Planet"] } ], "relations": [] }""")]
    [InlineData("""{ "entities": [], "relations": [ { "type": "MET", "head": "甲", "tail": "乙" } ] }""")]
    public void A_gold_file_in_another_format_is_refused(string json)
    {
        var parse = () => GoldPage.Parse(Encoding.UTF8.GetBytes(json));

        parse.Should().Throw<FormatException>();
    }

    private static ScoreSheet Score(ExtractedEntity[] entities, params (RelationType Type, int Head, int Tail)[] relations) =>
        new PageScorer(GoldPage.Parse(Encoding.UTF8.GetBytes(Gold))).Score(new PageExtraction(
            "",
            null,
            null,
            [],
            entities,
            [.. relations.Select(relation => new ExtractedRelation(relation.Type, relation.Head, relation.Tail, Qualifiers.None, RelationStatus.Occurred, 1, "", 0, default, ""))]));

    private static ExtractedEntity Entity(EntityType type, string name) => new(type, [type], name, [], null, null, []);
}
