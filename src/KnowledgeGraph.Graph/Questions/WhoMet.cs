using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>One occasion on which two were in the same place: a meeting that is stated, or an event that both attended.</summary>
/// <param name="Weight">What it adds to the score.</param>
/// <param name="Date">When it was: the date of the event or of the meeting, else of its last report.</param>
/// <param name="Event">The event that both attended; <see langword="null"/> for a stated meeting.</param>
/// <param name="Participants">How many participants of the event the graph knows; two for a stated meeting.</param>
/// <param name="Relations">The facts that say so: the meeting, or the attendance of the one and of the other.</param>
public sealed record Encounter(double Weight, PartialDate? Date, Entity? Event, int Participants, IReadOnlyList<Relation> Relations);

/// <summary>Somebody whom the person met, with all their encounters, the newest first.</summary>
public sealed record Contact(Entity Entity, double Score, IReadOnlyList<Encounter> Encounters);

/// <summary>Whom somebody met.</summary>
/// <param name="Contacts">The highest score first, then the latest fact, then by id.</param>
/// <param name="TotalCount">How many contacts there are in all.</param>
/// <param name="IsTruncated">Whether the person, or an event, has more relations than a question looks at.</param>
public sealed record WhoMetAnswer(IReadOnlyList<Contact> Contacts, int TotalCount, bool IsTruncated);

/// <summary>Whom has a person met? Everybody whom a text says so of, and everybody who was at the same event.</summary>
/// <remarks>
/// A stated meeting weighs 1; an event that both attended weighs 1 / (n − 1) with n known participants (M. E. J. Newman, Scientific
/// collaboration networks II, Phys. Rev. E 64, 016132, 2001); each times its confidence.
/// </remarks>
public static class WhoMet
{
    /// <param name="adjacency">The graph.</param>
    /// <param name="person">Whose contacts are asked for.</param>
    /// <param name="filter">The days, the confidence and the day of reading that count; its types and direction are not used.</param>
    /// <param name="contacts">The type of the contacts; persons, unless told otherwise.</param>
    /// <param name="first">How many contacts to tell of.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<WhoMetAnswer> AskAsync(
        IAdjacency adjacency, EntityId person, RelationFilter filter, EntityType contacts, int first, CancellationToken cancellationToken) =>
        await AskAsync(adjacency, person, filter, contacts, _ => true, first, cancellationToken);

    /// <inheritdoc cref="AskAsync(IAdjacency, EntityId, RelationFilter, EntityType, int, CancellationToken)"/>
    /// <param name="adjacency">The graph.</param>
    /// <param name="person">Whose contacts are asked for.</param>
    /// <param name="filter">The days, the confidence and the day of reading that count.</param>
    /// <param name="contacts">The type of the contacts.</param>
    /// <param name="counts">Whether somebody counts, by the dates of all encounters.</param>
    /// <param name="first">How many contacts to tell of.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    internal static async Task<WhoMetAnswer> AskAsync(
        IAdjacency adjacency,
        EntityId person,
        RelationFilter filter,
        EntityType contacts,
        Func<IEnumerable<PackedDate>, bool> counts,
        int first,
        CancellationToken cancellationToken)
    {
        var traversal = await adjacency.BeginAsync(cancellationToken);
        if (await traversal.FindAsync([person], cancellationToken) is not [>= 0 and var self])
            return new WhoMetAnswer([], TotalCount: 0, IsTruncated: false);

        var (occasions, isTruncated) = await OccasionsAsync(traversal, self, filter, cancellationToken);
        var found = occasions
            .GroupBy(occasion => occasion.Other)
            .Where(group => traversal.TypeOf(group.Key) == contacts && counts(group.Select(occasion => occasion.Date)))
            .Select(group => (Node: group.Key, Score: group.Sum(occasion => occasion.Weight), Latest: group.Max(occasion => occasion.Date), Occasions: group))
            .OrderByDescending(contact => contact.Score)
            .ThenByDescending(contact => contact.Latest)
            .ThenBy(contact => contact.Node, Comparer<int>.Create(traversal.CompareNodes))
            .ToList();
        var told = found.Take(first).ToList();
        var texts = await WalkTexts.ReadAsync(
            traversal,
            told.SelectMany(contact => contact.Occasions.Select(occasion => occasion.Event).Append(contact.Node)),
            told.SelectMany(contact => contact.Occasions).SelectMany(occasion => (int[])[occasion.Own, occasion.Others]),
            cancellationToken);
        return new WhoMetAnswer([.. told.Select(contact => ContactOf(contact.Node, contact.Score, contact.Occasions, texts))], found.Count, isTruncated);
    }

    private static async Task<(List<Occasion> Occasions, bool IsTruncated)> OccasionsAsync(
        ITraversal traversal, int self, RelationFilter filter, CancellationToken cancellationToken)
    {
        var ofSelf = new FactFilter(filter with { Types = [RelationType.Met, RelationType.Attended], Direction = RelationDirection.Outgoing });
        await traversal.LoadAsync([self], ofSelf, cancellationToken);
        var own = new List<Fact>();
        var isTruncated = traversal.Facts(self, ofSelf, own);

        var attended = own.Where(fact => fact.Type == RelationType.Attended).DistinctBy(fact => fact.Tail).ToList();
        var ofEvents = new FactFilter(new RelationFilter
        {
            Types = [RelationType.Attended],
            Direction = RelationDirection.Incoming,
            MinConfidence = filter.MinConfidence,
            AsOf = filter.AsOf,
        });
        await traversal.LoadAsync([.. attended.Select(fact => fact.Tail)], ofEvents, cancellationToken);

        var occasions = own
            .Where(fact => fact.Type == RelationType.Met)
            .Select(fact => new Occasion(fact.Other(self), Weight(fact.Confidence, participants: 2), fact.Date, NoNode, Participants: 2, fact.Number, fact.Number))
            .ToList();
        var attendance = new List<Fact>();
        foreach (var fact in attended)
        {
            attendance.Clear();
            isTruncated |= traversal.Facts(fact.Tail, ofEvents, attendance);
            foreach (var other in attendance)
            {
                if (other.Head != self)
                    occasions.Add(At(fact, other, attendance.Count));
            }
        }

        return (occasions, isTruncated);
    }

    private const int NoNode = -1;

    private static Occasion At(Fact own, Fact other, int participants) => new(
        other.Head,
        Weight(Math.Min(own.Confidence, other.Confidence), participants),
        own.Date.IsKnown ? own.Date : other.Date,
        own.Tail,
        participants,
        own.Number,
        other.Number);

    /// <summary>In billionths: whole numbers add up to the same whatever the order.</summary>
    private static long Weight(double confidence, int participants) => (long)Math.Round(confidence * 1e9 / Math.Max(1, participants - 1));

    private static Contact ContactOf(int node, long score, IEnumerable<Occasion> occasions, WalkTexts texts) => new(
        texts.Entity(node),
        score / 1e9,
        [
            .. occasions
                .Select(occasion => EncounterOf(occasion, texts))
                .OrderByDescending(encounter => encounter.Date)
                .ThenBy(encounter => encounter.Relations[0].Id.Value, StringComparer.Ordinal),
        ]);

    private static Encounter EncounterOf(Occasion occasion, WalkTexts texts)
    {
        var gathering = occasion.Event == NoNode ? null : texts.Entity(occasion.Event);
        IReadOnlyList<Relation> relations = occasion.Event == NoNode ? [texts.Relation(occasion.Own)] : [texts.Relation(occasion.Own), texts.Relation(occasion.Others)];
        return new Encounter(occasion.Weight / 1e9, gathering?.Date?.Date ?? occasion.Date.ToDate(), gathering, occasion.Participants, relations);
    }

    /// <param name="Other">Who was met.</param>
    /// <param name="Weight">In billionths.</param>
    /// <param name="Date">The date of the fact.</param>
    /// <param name="Event">The event, or none.</param>
    /// <param name="Participants">How many were there.</param>
    /// <param name="Own">The fact of the person.</param>
    /// <param name="Others">The fact of the other.</param>
    private readonly record struct Occasion(int Other, long Weight, PackedDate Date, int Event, int Participants, int Own, int Others);
}
