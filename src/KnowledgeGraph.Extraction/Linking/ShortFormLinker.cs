using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>Gives short forms to the full names that they stand for.</summary>
internal sealed class ShortFormLinker(PlaceLexicon places, Abbreviations abbreviations)
{
    private const int LongestReach = 400;

    public void Merge(List<EntityDraft> entities)
    {
        var order = entities.OrderBy(entity => entity.Mentions[0].Start).ToList();
        var gone = new HashSet<EntityDraft>();
        foreach (var (brief, place) in order.Select((entity, i) => (entity, i)).OrderBy(pair => pair.entity.Name.Length).ToList())
        {
            if (brief.Type == EntityType.Person && !IsBrand(brief.Name))
                continue;

            // A short form stands near its full name; a page of any length takes time in proportion.
            var best = order.Skip(place - LongestReach).Take(2 * LongestReach)
                .Where(full => full != brief && !gone.Contains(full) && Compatible(brief, full))
                .Select(full => (Full: full, Score: Score(brief, full)))
                .Where(pair => pair.Score > 0)
                .OrderByDescending(pair => pair.Score).ThenBy(pair => brief.DistanceTo(pair.Full))
                .FirstOrDefault();

            if (best.Full is null)
                continue;

            best.Full.Absorb(brief);
            gone.Add(brief);
        }

        entities.RemoveAll(gone.Contains);
    }

    private static bool Compatible(EntityDraft brief, EntityDraft full) =>
        full.Name.Length > brief.Name.Length && (full.Type == brief.Type || (full.Type == EntityType.Organization && brief.Type is EntityType.Project or EntityType.Person or EntityType.Place));

    // 河北某某氢能, read as a place: the company's name begins so, and no lexicon knows such a place.
    private int Score(EntityDraft brief, EntityDraft full) => brief.Type switch
    {
        EntityType.Person => abbreviations.Score(brief.Name, full.Name) >= 8 ? 8 : 0,
        EntityType.Place when full.Type == EntityType.Organization => !IsBrand(brief.Name) || places.Contains(brief.Name) || abbreviations.Score(brief.Name, full.Name) < 8 ? 0 : 8,
        EntityType.Organization => places.Contains(brief.Name) ? 0 : brief.Forms.Max(form => abbreviations.Score(form, full.Name)),
        EntityType.Place => full.Name == brief.Name + "地区" || (brief.Name.Length >= 3 && full.Name.EndsWith(brief.Name, StringComparison.Ordinal) && places.Find(brief.Name).Count == 0 && !places.Contains(brief.Name)) ? 6 : 0,
        EntityType.Event when IsShorterEvent(brief.Name, full.Name) => 5,
        EntityType.Event or EntityType.Project => full.Name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal)
            .EndsWith(brief.Name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal), StringComparison.Ordinal) ? 6
            : full.Name.StartsWith(brief.Name, StringComparison.Ordinal) && full.Name.Length - brief.Name.Length <= 2 ? 5 : 0,
        _ => 0,
    };

    // Long enough, and without the mark of a foreign person: 海岳深潜 is no person.
    private static bool IsBrand(string name) => name.Length >= 4 && !name.Contains('·') && !name.Contains(' ') && name[^1] is not ('省' or '市' or '区' or '县' or '镇' or '乡' or '村' or '园' or '港');

    // 杭州亚运会 for 杭州第19届亚运会: begins and ends alike, with an ordinal or a year left out.
    private static bool IsShorterEvent(string brief, string full)
    {
        if (brief.Length < 5 || brief[..2] != full[..2] || (brief[^2..] != full[^2..] && !(brief[0] == '第' && brief[^1] == full[^1] && brief.IndexOf('届') is > 0 and var ordinal && full.StartsWith(brief[..ordinal], StringComparison.Ordinal))))
            return false;

        var matched = 0;
        foreach (var c in full)
        {
            if (matched < brief.Length && c == brief[matched])
                matched++;
        }

        return matched == brief.Length;
    }

}
