using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Evaluation;

/// <summary>Compares what was extracted from a page with what its annotator found.</summary>
/// <remarks>
/// Recall counts what is not optional; an optional item is right where it is predicted. A second entity for one that is matched already is
/// wrong. LOCATED_IN and PART_OF are closed: a correct but less specific target is neither missed nor wrong.
/// </remarks>
public sealed class PageScorer
{
    private readonly GoldPage _gold;
    private readonly Dictionary<string, List<int>> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<(RelationType, int, int), GoldRelation> _required = [];
    private readonly HashSet<(RelationType, int, int)> _allowed = [];

    public PageScorer(GoldPage gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        _gold = gold;
        for (var i = 0; i < gold.Entities.Count; i++)
        {
            foreach (var form in gold.Entities[i].Aliases.Prepend(gold.Entities[i].Name).Select(Form.Of).Distinct())
            {
                if (!_byForm.TryGetValue(form, out var named))
                    _byForm[form] = named = [];

                named.Add(i);
            }
        }

        foreach (var relation in gold.Relations)
        {
            var key = Key(relation.Type, relation.Head, relation.Tail);
            _allowed.Add(key);
            if (!relation.Optional)
                _required[key] = relation;
        }

        Close(RelationType.LocatedIn);
        Close(RelationType.PartOf);
    }

    public ScoreSheet Score(PageExtraction page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var sheet = new ScoreSheet();
        ScoreRelations(page, ScoreEntities(page, sheet), sheet);
        return sheet;
    }

    /// <summary>Each fact of the page, and whether the annotator has it.</summary>
    public IEnumerable<(ExtractedRelation Fact, bool IsRight)> Judge(PageExtraction page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Judge(page, ScoreEntities(page, new ScoreSheet())).Select(pair => (pair.Fact, pair.Key is { } key && _allowed.Contains(key)));
    }

    // A fact that says again what another does is left out; no key where an end is no gold entity.
    private static IEnumerable<(ExtractedRelation Fact, (RelationType, int, int)? Key)> Judge(PageExtraction page, Dictionary<string, int?> meant)
    {
        var got = new HashSet<(RelationType, int, int)>();
        foreach (var fact in page.Facts())
        {
            var known = meant[Form.Of(page.Entities[fact.Head].Name)] is { } head && meant[Form.Of(page.Entities[fact.Tail].Name)] is { } tail
                ? Key(fact.Type, head, tail)
                : ((RelationType, int, int)?)null;
            if (known is not { } key || got.Add(key))
                yield return (fact, known);
        }
    }

    // Gives which gold entity each name means.
    private Dictionary<string, int?> ScoreEntities(PageExtraction page, ScoreSheet sheet)
    {
        foreach (var entity in _gold.Entities.Where(entity => !entity.Optional))
            sheet.Count(entity.Types[0], new Tally(0, 0, 0, 1));

        var meant = new Dictionary<string, int?>(StringComparer.Ordinal);
        var seen = new HashSet<int>();
        foreach (var entity in page.Entities)
        {
            var (found, fits) = Find(entity.Name, entity.Aliases, entity.Type);
            meant.TryAdd(Form.Of(entity.Name), found);
            if (found is not { } index || !fits || !seen.Add(index))
            {
                sheet.Count(entity.Type, new Tally(0, 1, 0, 0));
                sheet.Note($"wrong entity {entity.Type} {entity.Name}{(found is null ? "" : fits ? " (a second time)" : " (type)")}");
                continue;
            }

            var gold = _gold.Entities[index];
            sheet.Count(gold.Types[0], new Tally(1, 1, gold.Optional ? 0 : 1, 0));
        }

        foreach (var (missed, _) in _gold.Entities.Select((entity, i) => (entity, i)).Where(pair => !pair.entity.Optional && !seen.Contains(pair.i)))
            sheet.Note($"missed entity {missed.Types[0]} {missed.Name}");

        return meant;
    }

    private void ScoreRelations(PageExtraction page, Dictionary<string, int?> meant, ScoreSheet sheet)
    {
        foreach (var ((type, _, _), _) in _required)
            sheet.Count(type, new Tally(0, 0, 0, 1));

        var got = new HashSet<(RelationType, int, int)>();
        foreach (var (fact, known) in Judge(page, meant))
        {
            var (head, tail) = (page.Entities[fact.Head].Name, page.Entities[fact.Tail].Name);
            if (known is not { } key || !_allowed.Contains(key))
            {
                sheet.Count(fact.Type, new Tally(0, 1, 0, 0));
                sheet.Note($"wrong relation {Ontology.Of(fact.Type).Name} {head} -> {tail}");
                continue;
            }

            got.Add(key);
            sheet.Count(fact.Type, new Tally(1, 1, _required.ContainsKey(key) ? 1 : 0, 0));
            if (fact.Type == RelationType.HoldsPosition)
                sheet.CountTitle(_gold.Relations.Any(post => Key(post.Type, post.Head, post.Tail) == key && Form.Of(post.Title) == Form.Of(fact.Qualifiers.Title)));
        }

        foreach (var (_, missed) in _required.Where(pair => !got.Contains(pair.Key)))
            sheet.Note($"missed relation {Ontology.Of(missed.Type).Name} {_gold.Entities[missed.Head].Name} -> {_gold.Entities[missed.Tail].Name}");
    }

    /// <summary>How many relations of each type may not be missed.</summary>
    public Dictionary<RelationType, int> Required() => _required.Keys.GroupBy(key => key.Item1).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>The gold entity that a thing with a name and aliases means, and whether it is of the thing's type.</summary>
    /// <remarks>The one with the name, else with one of the aliases; of several, one of the right type.</remarks>
    public (int? Index, bool Fits) Find(string name, IEnumerable<string> aliases, EntityType type)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hits = _byForm.GetValueOrDefault(Form.Of(name)) ?? [.. aliases.SelectMany(alias => _byForm.GetValueOrDefault(Form.Of(alias), []))];
        foreach (var hit in hits)
        {
            if (_gold.Entities[hit].Types.Contains(type))
                return (hit, true);
        }

        return hits.Count > 0 ? (hits[0], false) : (null, false);
    }

    /// <summary>Whether the annotator has a relation between two gold entities, and whether it may not be missed.</summary>
    public (bool IsRight, bool IsRequired) Judge(RelationType type, int head, int tail) =>
        (_allowed.Contains(Key(type, head, tail)), _required.ContainsKey(Key(type, head, tail)));

    private static (RelationType Type, int Head, int Tail) Key(RelationType type, int head, int tail) =>
        Ontology.Of(type).IsSymmetric && head > tail ? (type, tail, head) : (type, head, tail);

    private void Close(RelationType type)
    {
        for (var grew = true; grew;)
        {
            var edges = _allowed.Where(edge => edge.Item1 == type).ToList();
            IEnumerable<(RelationType, int, int)> further = from one in edges from next in edges where one.Item3 == next.Item2 && one.Item2 != next.Item3 select (type, one.Item2, next.Item3);
            var before = _allowed.Count;
            _allowed.UnionWith(further.ToList());
            grew = _allowed.Count > before;
        }
    }
}
