using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>Puts the names on a page together into entities: same form, same thing; then resolved local words and short forms.</summary>
internal sealed class EntityLinker(PlaceLexicon places, Abbreviations abbreviations)
{
    private static readonly string[] _addresses = ["主席", "总统", "总理", "书记", "总书记", "市长", "区长", "县长", "教授", "院士", "先生", "女士", "主任", "局长", "院长", "校长", "董事长", "总经理", "大使"];

    private static readonly string[] _departments = ["组织部", "宣传部", "统战部", "政法委", "社会工作部", "网信办", "办公室"];

    private const int LongestReach = 400;

    /// <summary>The rule of a place that is only part of another name there.</summary>
    public const string NestedRule = "place in a name";

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
        AddNestedPlaces(page, entities);
        MergePlaces(entities);
        MergeCountries(entities);
        MergeBracketed(page, entities);
        MergeForeignNames(entities);
        MergeTitled(entities);
        MergeShortForms(entities);
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

    // 江西乐平水利枢纽 is in 江西: the division that a project, an event or a place is named after is named too.
    private void AddNestedPlaces(Page page, List<EntityDraft> entities)
    {
        var byName = new Dictionary<string, EntityDraft>(StringComparer.Ordinal);
        foreach (var entity in entities.Where(entity => entity.Type == EntityType.Place))
            byName.TryAdd(entity.Name, entity);

        foreach (var mention in entities.Where(entity => entity.Type is EntityType.Project or EntityType.Event or EntityType.Place).SelectMany(entity => entity.Mentions).OrderBy(mention => mention.Start).ToList())
        {
            var length = places.LongestPrefix(page.Text.AsSpan(mention.Start, mention.Length));
            if (length < 2 || length == mention.Length)
                continue;

            var form = page.Text.Substring(mention.Start, length);
            if (!places.Countries.Contains(form) && !places.Find(form).Any(division => division.Code.Length <= 4 || division.Name == form))
                continue;

            if (!byName.TryGetValue(form, out var place))
            {
                entities.Add(byName[form] = place = new EntityDraft(EntityType.Place, form));
                place.Forms.Add(form);
            }

            place.Mentions.Add(new Name(mention.Start, mention.Start + length, EntityType.Place, NestedRule, 0.7));
        }
    }

    // 中方, 我国, 埃塞: a country that the page names in full; 中塞 is no place.
    private void MergeCountries(List<EntityDraft> entities)
    {
        foreach (var brief in entities.Where(entity => entity.Type == EntityType.Place && entity.Name.Length is 2 or 3).ToList())
        {
            var isSide = brief.Name.EndsWith('方') && brief.Name is not ("南方" or "北方" or "东方" or "西方" or "地方");
            var stem = brief.Name is "我国" or "中方" ? "中国" : isSide ? brief.Name[..^1] : brief.Name;
            var country = entities
                .Where(entity => entity != brief && places.Countries.Contains(entity.Name) && entity.Name.StartsWith(stem, StringComparison.Ordinal))
                .OrderBy(entity => Distance(brief, entity))
                .FirstOrDefault();

            country ??= entities.Find(entity => entity.Type == EntityType.Place && places.CountryOf(entity.Name) == brief.Name && entity.Name.StartsWith(brief.Name, StringComparison.Ordinal));
            if (country is not null && (isSide || brief.Name == "我国" || places.Find(brief.Name).Count == 0))
            {
                country.Absorb(brief);
                entities.Remove(brief);
            }
            else if (brief.Name is "中方" or "我国")
            {
                brief.Forms.Add(brief.Name);
                brief.Name = "中国";
            }
            else if (isSide || (brief.Name.Length == 2 && !places.Contains(brief.Name) && IsPairOfCountries(brief.Name)))
            {
                entities.Remove(brief);
            }
        }
    }

    private static bool IsPairOfCountries(string name)
    {
        const string Countries = "中美俄英法德日韩印巴伊以塞哈埃欧非澳加新泰越老柬缅朝蒙土沙阿古乌吉塔匈意西葡荷比丹挪瑞芬波捷希";
        return Countries.Contains(name[0]) && Countries.Contains(name[1]);
    }

    // 常州 and 常州市 are one place; the form with its kind is the name.
    private void MergePlaces(List<EntityDraft> entities)
    {
        var byDivision = new Dictionary<string, EntityDraft>(StringComparer.Ordinal);
        foreach (var entity in entities.Where(entity => entity.Type == EntityType.Place).OrderByDescending(entity => entity.Name.Length).ToList())
        {
            var key = places.Find(entity.Name).Where(division => division.Code.Length <= 6).Select(division => division.Short).FirstOrDefault();
            if (key is null)
                continue;

            if (byDivision.TryGetValue(key, out var full) && places.Find(full.Name).Intersect(places.Find(entity.Name)).Any())
            {
                full.Absorb(entity);
                entities.Remove(entity);
            }
            else
            {
                byDivision.TryAdd(key, entity);
            }
        }
    }

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

    private void MergeShortForms(List<EntityDraft> entities)
    {
        var order = entities.OrderBy(entity => entity.Mentions[0].Start).ToList();
        var gone = new HashSet<EntityDraft>();
        foreach (var (brief, place) in order.Select((entity, i) => (entity, i)).OrderBy(pair => pair.entity.Name.Length).ToList())
        {
            if (brief.Type == EntityType.Person)
                continue;

            // A short form stands near its full name; a page of any length takes time in proportion.
            var best = order.Skip(place - LongestReach).Take(2 * LongestReach)
                .Where(full => full != brief && !gone.Contains(full) && Compatible(brief, full))
                .Select(full => (Full: full, Score: Score(brief, full)))
                .Where(pair => pair.Score > 0)
                .OrderByDescending(pair => pair.Score).ThenBy(pair => Distance(brief, pair.Full))
                .FirstOrDefault();

            if (best.Full is null)
                continue;

            best.Full.Absorb(brief);
            gone.Add(brief);
        }

        entities.RemoveAll(gone.Contains);
    }

    private static bool Compatible(EntityDraft brief, EntityDraft full) =>
        full.Name.Length > brief.Name.Length && (full.Type == brief.Type || (brief.Type, full.Type) is (EntityType.Project, EntityType.Organization));

    private int Score(EntityDraft brief, EntityDraft full) => brief.Type switch
    {
        EntityType.Organization => places.Contains(brief.Name) ? 0 : brief.Forms.Max(form => abbreviations.Score(form, full.Name)),
        EntityType.Place => full.Name == brief.Name + "地区" || (brief.Name.Length >= 3 && full.Name.EndsWith(brief.Name, StringComparison.Ordinal) && places.Find(brief.Name).Count == 0 && !places.Contains(brief.Name)) ? 6 : 0,
        EntityType.Event when IsShorterEvent(brief.Name, full.Name) => 5,
        EntityType.Event or EntityType.Project => full.Name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal)
            .EndsWith(brief.Name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal), StringComparison.Ordinal) ? 6
            : full.Name.StartsWith(brief.Name, StringComparison.Ordinal) && full.Name.Length - brief.Name.Length <= 2 ? 5 : 0,
        _ => 0,
    };

    // 杭州亚运会 for 杭州第19届亚运会: begins and ends alike, with an ordinal or a year left out.
    private static bool IsShorterEvent(string brief, string full)
    {
        if (brief.Length < 5 || brief[..2] != full[..2] || brief[^2..] != full[^2..])
            return false;

        var matched = 0;
        foreach (var c in full)
        {
            if (matched < brief.Length && c == brief[matched])
                matched++;
        }

        return matched == brief.Length;
    }

    private static int Distance(EntityDraft brief, EntityDraft full) =>
        full.Mentions.Min(mention => Math.Abs(mention.Start - brief.Mentions[0].Start));
}
