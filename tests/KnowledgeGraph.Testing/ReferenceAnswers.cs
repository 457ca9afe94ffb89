using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.Graph.Storage;

namespace KnowledgeGraph.Testing;

/// <summary>The questions answered as plainly as their meaning is written, by looking at every relation. In words that can be compared.</summary>
public sealed class ReferenceAnswers
{
    private readonly Dictionary<EntityId, Entity> _entities;
    private readonly List<Relation> _relations;

    private ReferenceAnswers(Dictionary<EntityId, Entity> entities, List<Relation> relations) => (_entities, _relations) = (entities, relations);

    public static async Task<ReferenceAnswers> ReadAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var all = new PageRequest(PageRequest.MaxFirst);
        var entities = await store.ListEntitiesAsync(new EntityFilter(), all, cancellationToken);
        var relations = await store.ListRelationsAsync(new RelationFilter { Status = null }, all, cancellationToken);
        return new ReferenceAnswers(entities.Values.ToDictionary(entity => entity.Id), [.. relations.Values]);
    }

    public string WhoMet(EntityId person, RelationFilter filter)
    {
        var own = _relations.Where(relation => Passes(relation, filter with { Types = [] }) && relation.Type is RelationType.Met or RelationType.Attended)
            .Where(relation => relation.Type == RelationType.Met ? relation.HeadId == person || relation.TailId == person : relation.HeadId == person)
            .Where(relation => Passes(relation, filter with { Types = [] }))
            .ToList();
        var scores = new Dictionary<EntityId, (long Score, string Latest, int Encounters)>();
        foreach (var relation in own)
        {
            if (relation.Type == RelationType.Met)
            {
                Add(relation.Other(person), relation.Confidence, 1, DateOf(relation));
                continue;
            }

            var there = _relations
                .Where(other => other.Type == RelationType.Attended && other.TailId == relation.TailId)
                .Where(other => Passes(other, new RelationFilter { MinConfidence = filter.MinConfidence, AsOf = filter.AsOf }))
                .ToList();
            foreach (var other in there.Where(other => other.HeadId != person))
                Add(other.HeadId, Math.Min(relation.Confidence, other.Confidence), Math.Max(1, there.Count - 1), DateOf(relation) is { Length: > 0 } date ? date : DateOf(other));
        }

        return string.Join(' ', scores
            .Where(item => _entities[item.Key].Type == EntityType.Person)
            .OrderByDescending(item => item.Value.Score)
            .ThenByDescending(item => item.Value.Latest, StringComparer.Ordinal)
            .ThenBy(item => item.Key.Value, StringComparer.Ordinal)
            .Select(item => $"{_entities[item.Key].Name}:{item.Value.Score / 1e9:F6}:{item.Value.Encounters}"));

        void Add(EntityId other, double confidence, int share, string date)
        {
            var (score, latest, encounters) = scores.GetValueOrDefault(other, (0, "", 0));
            scores[other] = (score + (long)Math.Round(confidence * 1e9 / share), string.CompareOrdinal(date, latest) > 0 ? date : latest, encounters + 1);
        }
    }

    public string Paths(EntityId from, EntityId to, int count, int maxHops, RelationFilter filter)
    {
        if (!_entities.ContainsKey(from) || !_entities.ContainsKey(to))
            return "";

        var neighbours = _relations
            .Where(relation => Passes(relation, filter))
            .SelectMany(relation => (IEnumerable<(EntityId, EntityId)>)[(relation.HeadId, relation.TailId), (relation.TailId, relation.HeadId)])
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
        var found = new List<List<EntityId>>();
        Walk([from]);
        return string.Join(' ', found
            .Select(path => (Path: path, Cost: ((path.Count - 1) * 1_000) + path.Skip(1).SkipLast(1).Sum(Passing)))
            .OrderBy(path => path.Cost)
            .ThenBy(path => path.Path.Count)
            .ThenBy(path => string.Concat(path.Path.Select(id => id.Value)), StringComparer.Ordinal)
            .Take(count)
            .Select(path => $"{string.Join('>', path.Path.Select(id => _entities[id].Name))}:{path.Cost / 1_000.0:F3}"));

        void Walk(List<EntityId> path)
        {
            if (path[^1] == to)
            {
                found.Add([.. path]);
                return;
            }

            if (path.Count > maxHops)
                return;

            foreach (var next in neighbours[path[^1]].Distinct().Except(path).ToList())
                Walk([.. path, next]);
        }

        int Passing(EntityId id) => (int)Math.Round(1_000 * Math.Log10(Math.Max(1, _entities[id].RelationCount)));
    }

    public string Neighbourhood(EntityId of, int depth, int limit, RelationFilter filter)
    {
        if (!_entities.ContainsKey(of))
            return " | 0";

        List<EntityId> reached = [of];
        List<EntityId> frontier = [of];
        var seen = new HashSet<EntityId> { of };
        for (; depth > 0 && frontier.Count > 0 && reached.Count < limit; depth--)
        {
            var next = _relations
                .Where(relation => Passes(relation, filter) && (frontier.Contains(relation.HeadId) || frontier.Contains(relation.TailId)))
                .SelectMany(relation => (EntityId[])[relation.HeadId, relation.TailId])
                .Where(id => !reached.Contains(id))
                .Distinct()
                .OrderByDescending(id => _entities[id].RelationCount)
                .ThenBy(id => id.Value, StringComparer.Ordinal)
                .ToList();
            seen.UnionWith(next);
            frontier = [.. next.Take(limit - reached.Count)];
            reached.AddRange(frontier);
        }

        return $"{string.Join(' ', reached.Select(id => _entities[id].Name))} | {seen.Count - reached.Count}";
    }

    public string Common(EntityId one, EntityId other, RelationFilter filter)
    {
        if (!_entities.ContainsKey(one) || !_entities.ContainsKey(other))
            return "";

        HashSet<EntityId> Around(EntityId id) => [.. _relations.Where(relation => Passes(relation, filter) && (relation.HeadId == id || relation.TailId == id)).Select(relation => relation.Other(id))];
        return string.Join(' ', Around(one).Intersect(Around(other)).Except([one, other])
            .OrderBy(id => _entities[id].RelationCount)
            .ThenBy(id => id.Value, StringComparer.Ordinal)
            .Select(id => _entities[id].Name));
    }

    public static string Say(WhoMetAnswer answer) =>
        string.Join(' ', answer.Contacts.Select(contact => $"{contact.Entity.Name}:{contact.Score:F6}:{contact.Encounters.Count}"));

    public static string Say(PathsAnswer answer) =>
        string.Join(' ', answer.Found.Select(path => $"{string.Join('>', path.Entities.Select(entity => entity.Name))}:{path.Cost:F3}"));

    public static string Say(NeighbourhoodAnswer answer) => $"{string.Join(' ', answer.Entities.Select(entity => entity.Name))} | {answer.OmittedEntities}";

    public static string Say(CommonConnectionsAnswer answer) => string.Join(' ', answer.Connections.Select(connection => connection.Entity.Name));

    private static string DateOf(Relation relation) => (relation.Qualifiers.Date?.Date ?? relation.LastReported)?.ToString() ?? "";

    private static bool Passes(Relation relation, RelationFilter filter)
    {
        var date = relation.Qualifiers.Date?.Date ?? relation.LastReported;
        return (filter.Types.Count == 0 || filter.Types.Contains(relation.Type))
            && (filter.Status is null || relation.Status == filter.Status)
            && relation.Confidence >= filter.MinConfidence
            && (filter.From is null || date?.Last >= filter.From)
            && (filter.To is null || date?.First <= filter.To)
            && (filter.AsOf is null || relation.FirstReported?.Last <= filter.AsOf.Day);
    }
}
