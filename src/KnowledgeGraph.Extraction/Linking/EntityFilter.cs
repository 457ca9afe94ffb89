using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>Drops what only one weak sign speaks for: it takes part in no relation, and neither a lexicon nor its own form says that it is a name.</summary>
internal sealed class EntityFilter(PlaceLexicon places, PersonCharacters persons, ClassLexicon anchors)
{
    public void Apply(List<EntityDraft> entities, HashSet<EntityDraft> related) =>
        entities.RemoveAll(entity => !related.Contains(entity) && !IsName(entity));

    private bool IsName(EntityDraft entity) => entity.Type switch
    {
        EntityType.Place => entity.Forms.Append(entity.Name).Any(IsPlace),
        EntityType.Person => entity.Name.Contains('·') || entity.Name.Contains(' ') || persons.SurnameLength(entity.Name) > 0,
        EntityType.Organization => anchors.Find(entity.Name) < 0,
        EntityType.Event or EntityType.Project => anchors.Suffix(entity.Name) is ( > 0, _) suffix && suffix.Length < entity.Name.Length || entity.Name.Contains('“') || entity.Mentions.Count > 1,
        _ => true,
    };

    // 驻区, 湖区: one character and a kind of place is no name, unless it is in the lexicon.
    private bool IsPlace(string form)
    {
        if (places.Contains(form))
            return true;

        var (length, kind) = anchors.Suffix(form);
        return length > 0 && form.Length - length >= 2 && anchors.Classes[kind] is "town" or "venue" or "nature" or "road" or "institute" or "project";
    }
}
