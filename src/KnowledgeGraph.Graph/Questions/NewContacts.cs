using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Graph.Questions;

/// <summary>Whom has a person met since a day, and never before?</summary>
/// <remarks>
/// As <see cref="WhoMet"/> finds them. Somebody with an encounter that is older, that may be older (only a year is known), or of which no date is known
/// is left out: that they had not met before could not be defended.
/// </remarks>
public static class NewContacts
{
    /// <param name="store">The graph.</param>
    /// <param name="person">Whose contacts are asked for.</param>
    /// <param name="since">The first day that counts as new.</param>
    /// <param name="filter">The confidence that counts; its days, types and direction are not used.</param>
    /// <param name="contacts">The type of the contacts.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public static async Task<WhoMetAnswer> AskAsync(
        IGraphStore store, EntityId person, DateOnly since, RelationFilter filter, EntityType contacts, CancellationToken cancellationToken)
    {
        var ever = await WhoMet.AskAsync(store, person, filter with { From = null, To = null }, contacts, cancellationToken);
        return ever with { Contacts = [.. ever.Contacts.Where(contact => contact.Encounters.All(encounter => encounter.Date?.Date.First >= since))] };
    }
}
