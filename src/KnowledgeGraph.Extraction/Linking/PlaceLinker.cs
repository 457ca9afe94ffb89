using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Linking;

/// <summary>Puts the names of places together: 常州 and 常州市, 沙特 and 沙特阿拉伯; and finds the places that other names begin with.</summary>
internal sealed class PlaceLinker(PlaceLexicon places)
{
    private static readonly string[] _kindsOfState = ["阿拉伯", "阿拉伯王国", "王国", "共和国", "联邦", "联邦共和国", "人民共和国", "合众国"];

    // 江西乐平水利枢纽 is in 江西: the division that a project, an event or a place is named after is named too.
    public void AddNested(Page page, List<EntityDraft> entities)
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

            place.Mentions.Add(new Name(mention.Start, mention.Start + length, EntityType.Place, "place in a name", 0.7) { IsNested = true });
        }
    }

    public void Merge(List<EntityDraft> entities)
    {
        MergePlaces(entities);
        MergeKinds(entities);
        MergeStates(entities);
        MergeCountries(entities);
    }

    // 岫岩县 and 岫岩满族自治县, 下沙 and 下沙街道: a place that is named with its kind and without.
    private void MergeKinds(List<EntityDraft> entities)
    {
        var byName = new Dictionary<string, EntityDraft>(StringComparer.Ordinal);
        foreach (var entity in entities.Where(entity => entity.Type == EntityType.Place))
            byName.TryAdd(entity.Name, entity);

        foreach (var full in byName.Values.OrderBy(entity => entity.Name, StringComparer.Ordinal).ToList())
        {
            var stem = full.Name.EndsWith("街道", StringComparison.Ordinal) ? full.Name[..^2] : full.Name[^1] is '省' or '市' or '区' or '县' or '镇' or '乡' or '村' ? full.Name[..^1] : "";
            var autonomous = places.Find(full.Name).FirstOrDefault(division => division.Name == full.Name && division.Name.EndsWith("自治县", StringComparison.Ordinal));
            foreach (var form in (string[])[stem, autonomous is null ? "" : autonomous.Short, autonomous is null ? "" : autonomous.Short + "县"])
            {
                if (form.Length < 2 || !byName.Remove(form, out var brief) || brief == full || !entities.Contains(full) || IsOther(brief, full))
                    continue;

                full.Absorb(brief);
                entities.Remove(brief);
            }
        }
    }

    // 吉林 the province is not 吉林市: what the lexicon knows by both names is told apart.
    private bool IsOther(EntityDraft brief, EntityDraft full) =>
        places.Find(brief.Name) is { Count: > 0 } known && places.Find(full.Name) is { Count: > 0 } others && !known.Intersect(others).Any();

    // 沙特阿拉伯 for 沙特, 中华人民共和国 for 中国.
    private void MergeStates(List<EntityDraft> entities)
    {
        foreach (var state in entities.Where(entity => entity.Type == EntityType.Place && places.Countries.Contains(entity.Name)).ToList())
        {
            foreach (var other in entities.Where(entity => entity.Type == EntityType.Place && entity != state && IsStateName(entity.Name, state.Name)).ToList())
            {
                var isFuller = other.Name == state.Name + "阿拉伯";
                state.Absorb(other);
                state.Forms.Add(state.Name);
                state.Name = isFuller ? other.Name : state.Name;
                entities.Remove(other);
            }
        }
    }

    private static bool IsStateName(string name, string state) =>
        (name == "中华人民共和国" && state == "中国")
        || (name.StartsWith(state, StringComparison.Ordinal) && Array.Exists(_kindsOfState, kind => name.AsSpan(state.Length).SequenceEqual(kind)));

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

    // 中方, 我国, 埃塞: a country that the page names in full; 中塞 is no place.
    private void MergeCountries(List<EntityDraft> entities)
    {
        foreach (var brief in entities.Where(entity => entity.Type == EntityType.Place && entity.Name.Length is 2 or 3).ToList())
        {
            var isSide = brief.Name.EndsWith('方') && brief.Name is not ("南方" or "北方" or "东方" or "西方" or "地方");
            var stem = brief.Name is "我国" or "中方" ? "中国" : isSide ? brief.Name[..^1] : brief.Name;
            var country = entities
                .Where(entity => entity != brief && places.Countries.Contains(entity.Name) && entity.Name.StartsWith(stem, StringComparison.Ordinal))
                .OrderBy(entity => brief.DistanceTo(entity))
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
}
