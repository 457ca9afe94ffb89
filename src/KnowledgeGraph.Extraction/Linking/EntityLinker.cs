using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>Puts the names on a page together into entities: same form, same thing; then resolved local words and short forms.</summary>
internal sealed class EntityLinker(PlaceLexicon places, Abbreviations abbreviations)
{
    private static readonly string[] _addresses = ["主席", "总统", "总理", "书记", "总书记", "市长", "区长", "县长", "教授", "院士", "先生", "女士", "主任", "局长", "院长", "校长", "董事长", "总经理", "大使"];

    private static readonly string[] _departments = ["组织部", "宣传部", "统战部", "政法委", "社会工作部", "网信办", "办公室"];

    private readonly PlaceLinker _places = new(places);
    private readonly ShortFormLinker _shortForms = new(places, abbreviations);

    public List<EntityDraft> Link(Page page, List<Name> names, LocalWords local)
    {
        var drafts = new Dictionary<string, EntityDraft>(StringComparer.Ordinal);
        foreach (var group in names.GroupBy(name => (Form: FormOf(page, name), Committee: CommitteeBefore(page.Text, name, local))).OrderBy(group => group.First().Start))
        {
            var type = group.GroupBy(name => name.Type).OrderByDescending(types => types.Count()).ThenBy(types => types.Key).First().Key;
            var canonical = group.Key.Committee + Canonical(group.Key.Form, type, local);
            if (!drafts.TryGetValue(canonical, out var draft))
                drafts[canonical] = draft = new EntityDraft(type, canonical);

            draft.Forms.Add(group.Key.Form);
            draft.Mentions.AddRange(group);
            draft.OtherTypes.UnionWith(group.Select(name => name.Type));
        }

        var entities = drafts.Values.ToList();
        _places.AddNested(page, entities);
        _places.Merge(entities);
        MergeBracketed(page, entities);
        MergeForeignNames(entities);
        MergeTitled(entities);
        _shortForms.Merge(entities);
        return entities;
    }

    // 区委常委、组织部部长: the department is one of the committee named before it.
    private static string CommitteeBefore(string text, Name name, LocalWords local)
    {
        if (name.Type != EntityType.Organization || !Array.Exists(_departments, department => department.Length == name.Length && string.CompareOrdinal(text, name.Start, department, 0, department.Length) == 0))
            return "";

        for (var i = name.Start - 1; i > 0 && name.Start - i <= 12 && text[i] is not ('。' or '；'); i--)
        {
            if (text[i] == '委' && local.Meant(text[i - 1]) is { } division)
                return division.Name + "委";
        }

        return "";
    }

    /// <summary>The form of a name: its text without blanks and enclosing marks.</summary>
    public static string FormOf(Page page, Name name)
    {
        var form = page.Text[name.Start..name.End].Replace(" ", name.Type == EntityType.Person || HasLatin(page, name) ? " " : "", StringComparison.Ordinal);
        return form is ['“', .., '”'] && form.LastIndexOf('“') == 0 || form is ['《', .., '》'] ? form[1..^1] : form;
    }

    private static bool HasLatin(Page page, Name name)
    {
        for (var i = name.Start; i < name.End; i++)
        {
            if (char.IsAsciiLetter(page.Text[i]))
                return true;
        }

        return false;
    }

    private static string Canonical(string form, EntityType type, LocalWords local) =>
        form == "党中央" ? "中共中央" : (type == EntityType.Organization ? local.Resolve(form) : null) ?? form;

    // 海岳深潜（HydroPeak）, …有限公司（以下简称“钛谷基金”）
    private static void MergeBracketed(Page page, List<EntityDraft> entities)
    {
        var byStart = new Dictionary<int, EntityDraft>();
        foreach (var entity in entities)
        {
            foreach (var mention in entity.Mentions)
                byStart.TryAdd(mention.Start, entity);
        }

        foreach (var entity in entities.ToList())
        {
            foreach (var mention in entity.Mentions.ToList())
            {
                var i = mention.End;
                if (i >= page.Text.Length || page.Text[i] != '（')
                    continue;

                var close = page.Text.IndexOf('）', i, Math.Min(40, page.Text.Length - i));
                if (close < 0)
                    continue;

                var start = i + 1;
                foreach (var word in (string[])["以下", "下", "简称", "称", "即", "：", "“"])
                {
                    if (page.Text.AsSpan(start).StartsWith(word))
                        start += word.Length;
                }

                var alias = page.Text[start..close].TrimEnd('”');
                var isDeclared = start > i + 1;
                if (alias.Length is < 2 or > 30)
                    continue;

                if (byStart.TryGetValue(start, out var other) && other != entity && other.Type == entity.Type && entities.Contains(other) && other.Mentions.Any(m => m.Start == start && m.End <= close))
                {
                    entity.Absorb(other);
                    entities.Remove(other);
                    foreach (var absorbed in other.Mentions)
                        byStart[absorbed.Start] = entity;
                }
                else if (isDeclared || alias.All(c => char.IsAscii(c)))
                {
                    entity.Forms.Add(alias);
                    foreach (var same in entities.Where(e => e != entity && (e.Name == alias || e.Forms.Contains(alias))).ToList())
                    {
                        entity.Absorb(same);
                        entities.Remove(same);
                    }
                }
            }
        }
    }

    private static void MergeForeignNames(List<EntityDraft> entities)
    {
        foreach (var full in entities.Where(entity => entity.Type == EntityType.Person && entity.Name.Contains('·')).ToList())
        {
            var parts = full.Name.Split('·', '-');
            foreach (var part in entities.Where(entity => entity.Type == EntityType.Person && entity != full && parts.Contains(entity.Name)).ToList())
            {
                full.Absorb(part);
                entities.Remove(part);
            }
        }
    }

    // 习主席, 段教授: the only person on the page with that surname; else nobody.
    private static void MergeTitled(List<EntityDraft> entities)
    {
        foreach (var titled in entities.Where(entity => entity.Type == EntityType.Person && entity.Name.Length is 3 or 4 && Array.Exists(_addresses, title => entity.Name.Length == title.Length + 1 && entity.Name.EndsWith(title, StringComparison.Ordinal))).ToList())
        {
            var holders = entities.Where(entity => entity.Type == EntityType.Person && entity != titled && entity.Name[0] == titled.Name[0]).ToList();
            if (holders.Count == 1)
                holders[0].Mentions.AddRange(titled.Mentions);

            entities.Remove(titled);
        }
    }
}
