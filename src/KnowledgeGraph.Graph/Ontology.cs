using System.Collections.Frozen;

namespace KnowledgeGraph.Graph;

/// <summary>A qualifier that tells two facts of the same type and ends apart.</summary>
public enum Distinction
{
    /// <summary>None: the fact is one however often it is stated.</summary>
    None,

    /// <summary>Each title is a fact of its own.</summary>
    Title,

    /// <summary>Each date is a fact of its own.</summary>
    Date,
}

/// <summary>What the ontology says of one type of relation.</summary>
/// <param name="Type">The type.</param>
/// <param name="Name">Its name in GraphQL, in Cypher and in files: <c>SIGNED_WITH</c>.</param>
/// <param name="Heads">The types that the head may have.</param>
/// <param name="Tails">The types that the tail may have.</param>
/// <param name="IsSymmetric">Whether head and tail may change places.</param>
/// <param name="Distinction">What tells two facts with the same ends apart.</param>
/// <param name="Meaning">When the relation is stated.</param>
public sealed record RelationDefinition(
    RelationType Type,
    string Name,
    FrozenSet<EntityType> Heads,
    FrozenSet<EntityType> Tails,
    bool IsSymmetric,
    Distinction Distinction,
    string Meaning);

/// <summary>The types of relations, with the ends that each permits: all that is known of them, in one place.</summary>
/// <remarks>Source: the annotation guidelines.</remarks>
public static class Ontology
{
    private static readonly FrozenDictionary<RelationType, RelationDefinition> _byType = Definitions().ToFrozenDictionary(definition => definition.Type);

    private static readonly FrozenDictionary<string, RelationDefinition> _byName =
        _byType.Values.ToFrozenDictionary(definition => definition.Name, StringComparer.Ordinal);

    /// <summary>All definitions, in the order of the guidelines.</summary>
    public static IReadOnlyList<RelationDefinition> Relations { get; } = [.. _byType.Values.OrderBy(definition => definition.Type)];

    public static RelationDefinition Of(RelationType type) => _byType[type];

    public static RelationDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether a relation of <paramref name="type"/> may lead from <paramref name="head"/> to <paramref name="tail"/>.</summary>
    public static bool Permits(RelationType type, EntityType head, EntityType tail) =>
        _byType[type].Heads.Contains(head) && _byType[type].Tails.Contains(tail);

    private static RelationDefinition[] Definitions()
    {
        const EntityType Person = EntityType.Person;
        const EntityType Organization = EntityType.Organization;
        const EntityType Project = EntityType.Project;
        const EntityType Event = EntityType.Event;
        const EntityType Place = EntityType.Place;

        return
        [
            Define(RelationType.Attended, "ATTENDED", [Person, Organization], [Event],
                "Was there: attended, spoke, chaired, led the delegation, took part, was invited and came."),
            Define(RelationType.SignedWith, "SIGNED_WITH", [Organization, Project], [Organization, Project],
                "Parties to a signing.", isSymmetric: true),
            Define(RelationType.InvestedIn, "INVESTED_IN", [Organization, Person], [Organization, Project],
                "Invested, funded, bought shares, acquired, set up with its own money, sponsors."),
            Define(RelationType.LocatedIn, "LOCATED_IN", [Organization, Project, Event, Place], [Place],
                "Is in, settles in, is built in, is held in, to the most specific place stated; a place in the place that contains it."),
            Define(RelationType.HoldsPosition, "HOLDS_POSITION", [Person], [Organization],
                "The person's post, with its title.", distinction: Distinction.Title),
            Define(RelationType.Met, "MET", [Person], [Person],
                "Two people met, talked or negotiated in person; being in one list is no meeting.", isSymmetric: true, Distinction.Date),
            Define(RelationType.Visited, "VISITED", [Person], [Organization, Project, Place],
                "Visited, inspected, toured, called on.", distinction: Distinction.Date),
            Define(RelationType.Organized, "ORGANIZED", [Organization], [Event, Project],
                "Holds, hosts, builds, runs, launches."),
            Define(RelationType.PartOf, "PART_OF", [Organization], [Organization],
                "Subsidiary, department, branch, jointly-founded unit of."),
            Define(RelationType.CooperatesWith, "COOPERATES_WITH", [Organization], [Organization],
                "Stated cooperation with no signing.", isSymmetric: true),
        ];
    }

    private static RelationDefinition Define(
        RelationType type,
        string name,
        EntityType[] heads,
        EntityType[] tails,
        string meaning,
        bool isSymmetric = false,
        Distinction distinction = Distinction.None) =>
        new(type, name, heads.ToFrozenSet(), tails.ToFrozenSet(), isSymmetric, distinction, meaning);
}
