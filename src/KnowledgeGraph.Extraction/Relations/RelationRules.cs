using KnowledgeGraph.Extraction.Recognition;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>All rules, in the order in which they build on each other.</summary>
internal sealed class RelationRules(TitleStack titles, PlaceLexicon places)
{
    private readonly HoldsPositionRule _holdsPosition = new(titles, places);
    private readonly LocatedInRule _locatedIn = new(places);

    public void Apply(PageFacts facts)
    {
        _holdsPosition.Apply(facts);
        var events = new EventScenes(facts);
        AttendedRule.Apply(facts, events);
        OrganizedRule.Apply(facts, events);
        SignedWithRule.Apply(facts);
        InvestedInRule.Apply(facts);
        MetRule.Apply(facts);
        VisitedRule.Apply(facts, events);
        PartOfRule.Apply(facts);
        CooperatesWithRule.Apply(facts);
        _locatedIn.Apply(facts, events);
    }
}
