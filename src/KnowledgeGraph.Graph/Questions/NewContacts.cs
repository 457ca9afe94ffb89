using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>Whom has a person met since a day, and never before?</summary>
/// <remarks>
/// As <see cref="WhoMet"/> finds them. Somebody with an encounter that is older, that may be older (only a year is known), or of which no date is known
/// is left out: that they had not met before could not be defended.
/// </remarks>
public static class NewContacts
{
    /// <param name="adjacency">The graph.</param>
    /// <param name="person">Whose contacts are asked for.</param>
    /// <param name="since">The first day that counts as new.</param>
    /// <param name="filter">The confidence and the day of reading that count; its days, types and direction are not used.</param>
    /// <param name="contacts">The type of the contacts.</param>
    /// <param name="first">How many contacts to tell of.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static Task<WhoMetAnswer> AskAsync(
        IAdjacency adjacency, EntityId person, DateOnly since, RelationFilter filter, EntityType contacts, int first, CancellationToken cancellationToken) =>
        WhoMet.AskAsync(
            adjacency,
            person,
            filter with { From = null, To = null },
            contacts,
            dates => dates.All(date => date.IsKnown && date.First >= since),
            first,
            cancellationToken);
}
