using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>One occasion on which two were in the same place: a meeting that is stated, or an event that both attended.</summary>
/// <param name="Weight">What it adds to the score.</param>
/// <param name="Date">When it was, where that is known.</param>
/// <param name="Event">The event that both attended; <see langword="null"/> for a stated meeting.</param>
/// <param name="Participants">How many participants of the event the graph knows; two for a stated meeting.</param>
/// <param name="Relations">The facts that say so: the meeting, or the attendance of the one and of the other.</param>
public sealed record Encounter(double Weight, FactDate? Date, Entity? Event, int Participants, IReadOnlyList<Relation> Relations);

/// <summary>Somebody whom the person met, with all their encounters, the newest first.</summary>
public sealed record Contact(Entity Entity, double Score, IReadOnlyList<Encounter> Encounters);

/// <summary>Whom somebody met.</summary>
/// <param name="Contacts">The highest score first, then the latest encounter, then by id.</param>
/// <param name="IsTruncated">Whether the person, or an event, has more relations than a question looks at.</param>
public sealed record WhoMetAnswer(IReadOnlyList<Contact> Contacts, bool IsTruncated);

/// <summary>Whom has a person met? Everybody whom a text says so of, and everybody who was at the same event.</summary>
/// <remarks>
/// A stated meeting weighs 1; an event that both attended weighs 1 / (n − 1) with n known participants (M. E. J. Newman, Scientific
/// collaboration networks II, Phys. Rev. E 64, 016132, 2001); each times its confidence. Three reads of the store, whatever there is to read.
/// </remarks>
public static class WhoMet
{
    /// <param name="store">The graph.</param>
    /// <param name="person">Whose contacts are asked for.</param>
    /// <param name="filter">The days and the confidence that count; its types and direction are not used.</param>
    /// <param name="contacts">The type of the contacts; persons, unless told otherwise.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<WhoMetAnswer> AskAsync(
        IGraphStore store, EntityId person, RelationFilter filter, EntityType contacts, CancellationToken cancellationToken)
    {
        var page = new PageRequest(QuestionLimits.RelationsOfOne);
        var own = (await store.ReadRelationsAsync(
                [person], filter with { Types = [RelationType.Met, RelationType.Attended], Direction = RelationDirection.Outgoing }, page, cancellationToken))
            .GetValueOrDefault(person, Page<Relation>.Empty);
        var attended = own.Values.Where(relation => relation.Type == RelationType.Attended).ToDictionary(relation => relation.TailId);
        var attendance = await store.ReadRelationsAsync(
            attended.Keys, new RelationFilter { Types = [RelationType.Attended], Direction = RelationDirection.Incoming, MinConfidence = filter.MinConfidence }, page, cancellationToken);

        var met = own.Values.Where(relation => relation.Type == RelationType.Met).Select(relation => (Other: relation.Other(person), Encounter: Stated(relation)));
        var gathered = attendance.SelectMany(gathering => Gathered(person, gathering.Value, attended[gathering.Key]));
        var encounters = met.Concat(gathered.Select(item => (item.Other, item.Encounter))).ToLookup(item => item.Other, item => item.Encounter);

        var entities = await store.FindEntitiesAsync([.. encounters.Select(group => group.Key), .. attended.Keys], cancellationToken);
        var found = encounters
            .Where(group => entities.TryGetValue(group.Key, out var entity) && entity.Type == contacts)
            .Select(group => ContactOf(entities[group.Key], group, entities))
            .OrderByDescending(contact => contact.Score)
            .ThenByDescending(contact => contact.Encounters[0].Date?.Date)
            .ThenBy(contact => contact.Entity.Id.Value, StringComparer.Ordinal);
        return new WhoMetAnswer([.. found], own.HasNextPage || attendance.Values.Any(gathering => gathering.HasNextPage));
    }

    private static Encounter Stated(Relation meeting) =>
        new(meeting.Confidence, DateOf(meeting), Event: null, Participants: 2, [meeting]);

    private static IEnumerable<(EntityId Other, Encounter Encounter)> Gathered(EntityId person, Page<Relation> gathering, Relation own)
    {
        var participants = gathering.Items.Count;
        return gathering.Values
            .Where(relation => relation.HeadId != person)
            .Select(relation => (relation.HeadId, new Encounter(
                Math.Min(own.Confidence, relation.Confidence) / Math.Max(1, participants - 1),
                DateOf(own) ?? DateOf(relation),
                Event: null,
                participants,
                [own, relation])));
    }

    private static Contact ContactOf(Entity other, IEnumerable<Encounter> encounters, IReadOnlyDictionary<EntityId, Entity> entities)
    {
        List<Encounter> listed =
        [
            .. encounters
                .Select(encounter => encounter.Relations.Count == 2 ? AtEvent(encounter, entities) : encounter)
                .OrderByDescending(encounter => encounter.Date?.Date)
                .ThenBy(encounter => encounter.Relations[0].Id.Value, StringComparer.Ordinal),
        ];
        return new Contact(other, listed.Sum(encounter => encounter.Weight), listed);
    }

    private static Encounter AtEvent(Encounter encounter, IReadOnlyDictionary<EntityId, Entity> entities)
    {
        var gathering = entities.GetValueOrDefault(encounter.Relations[0].TailId);
        return encounter with { Event = gathering, Date = gathering?.Date ?? encounter.Date };
    }

    private static FactDate? DateOf(Relation relation) =>
        relation.Qualifiers.Date ?? (relation.FirstReported is { } reported ? new FactDate(reported, IsPrinted: false) : null);
}
