using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Evaluation;

/// <summary>How well pages were read: a tally for each type, and each error in a line.</summary>
public sealed class ScoreSheet
{
    private readonly SortedDictionary<EntityType, Tally> _entities = [];
    private readonly SortedDictionary<RelationType, Tally> _relations = [];
    private readonly List<string> _errors = [];

    public IReadOnlyDictionary<EntityType, Tally> EntityTypes => _entities;

    public IReadOnlyDictionary<RelationType, Tally> RelationTypes => _relations;

    /// <summary>What was missed and what was wrong, in the order of the pages.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public Tally Entities => _entities.Values.Aggregate(default(Tally), Tally.Add);

    public Tally Relations => _relations.Values.Aggregate(default(Tally), Tally.Add);

    /// <summary>Of the posts that were found: whether the title is one of those in the gold file.</summary>
    public Tally Titles { get; private set; }

    /// <summary>Adds the counts and errors of other pages.</summary>
    public void Add(ScoreSheet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (type, tally) in other._entities)
            Count(type, tally);

        foreach (var (type, tally) in other._relations)
            Count(type, tally);

        Titles += other.Titles;
        _errors.AddRange(other._errors);
    }

    internal void Count(EntityType type, Tally tally) => _entities[type] = _entities.GetValueOrDefault(type) + tally;

    internal void Count(RelationType type, Tally tally) => _relations[type] = _relations.GetValueOrDefault(type) + tally;

    internal void CountTitle(bool right) => Titles += new Tally(right ? 1 : 0, 1, right ? 1 : 0, 1);

    internal void Note(string error) => _errors.Add(error);
}
