namespace KnowledgeGraph.Graph;

/// <summary>What kind of thing an entity is (annotation guidelines, "Entities").</summary>
public enum EntityType
{
    /// <summary>A human being named as one who did, said or held something.</summary>
    Person,

    /// <summary>A named company, government or party organ, institution, fund, association or media house.</summary>
    Organization,

    /// <summary>One identifiable undertaking with a name or a describing name.</summary>
    Project,

    /// <summary>One identifiable gathering: congress, forum, meeting, ceremony.</summary>
    Event,

    /// <summary>Country, province, city, district, town, village, river, park, venue.</summary>
    Place,
}
