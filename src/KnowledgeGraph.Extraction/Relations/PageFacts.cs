using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>A mention in a sentence, with the entity that it names.</summary>
internal readonly record struct EntityMention(int Start, int End, EntityDraft Entity)
{
    public EntityType Type => Entity.Type;
}

/// <summary>A statement that a rule read out of a sentence.</summary>
internal sealed record Statement(
    RelationType Type, EntityDraft Head, EntityDraft Tail, int Sentence, string Rule, Qualifiers Qualifiers, RelationStatus Status, Cue? Cue)
{
    /// <summary>The share of such statements that are right.</summary>
    public double Confidence { get; init; } = 0.5;
}

/// <summary>The words that a rule went by: 会见, 位于, 投资.</summary>
internal readonly record struct Cue(int Start, int End)
{
    public static Cue At(int index, string word) => new(index, index + word.Length);
}

/// <summary>A page with its entities, as the relation rules see it, and the statements they have made so far.</summary>
internal sealed class PageFacts
{
    private readonly List<EntityMention>[] _mentions;
    private readonly List<Statement>[] _statements;
    private readonly Dictionary<string, EntityDraft> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<(RelationType, EntityDraft, EntityDraft, int, string?)> _stated = [];

    public PageFacts(Page page, List<EntityDraft> entities, LocalWords local)
    {
        (Page, Entities, Local) = (page, entities, local);
        Anaphora = new Anaphora(entities);
        _mentions = new List<EntityMention>[page.Sentences.Count];
        _statements = [.. page.Sentences.Select(_ => new List<Statement>())];
        foreach (var entity in entities)
            Index(entity);

        var all = entities
            .SelectMany(entity => entity.Mentions.Where(mention => !mention.IsNested).Select(mention => new EntityMention(mention.Start, mention.End, entity)))
            .OrderBy(mention => mention.Start).ThenByDescending(mention => mention.End)
            .ToList();

        var next = 0;
        for (var s = 0; s < _mentions.Length; s++)
        {
            _mentions[s] = [];
            while (next < all.Count && all[next].Start < page.Sentences[s].End)
            {
                if (all[next].Start >= page.Sentences[s].Start)
                    _mentions[s].Add(all[next]);

                next++;
            }
        }
    }

    public Page Page { get; }

    public string Text => Page.Text;

    /// <summary>All entities; <see cref="Add"/> adds to them.</summary>
    public List<EntityDraft> Entities { get; }

    public LocalWords Local { get; }

    public Anaphora Anaphora { get; }

    public List<Statement> Statements { get; } = [];

    /// <summary>The mentions in a sentence, in text order.</summary>
    public IReadOnlyList<EntityMention> MentionsIn(int sentence) => _mentions[sentence];

    /// <summary>The mentions in a sentence that lie between two places of the text.</summary>
    public IEnumerable<EntityMention> Between(int sentence, int start, int end) =>
        _mentions[sentence].Where(mention => mention.Start >= start && mention.End <= end);

    /// <summary>The statements that were read out of a sentence so far.</summary>
    public IReadOnlyList<Statement> StatementsIn(int sentence) => _statements[sentence];

    /// <summary>The first entity with a name or a form, or <see langword="null"/>.</summary>
    public EntityDraft? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds an entity that a rule found.</summary>
    public void Add(EntityDraft entity)
    {
        Entities.Add(entity);
        Index(entity);
    }

    public string TextOf(Sentence sentence) => Text[sentence.Start..sentence.End];

    public void State(
        RelationType type, EntityDraft head, EntityDraft tail, int sentence, string rule, Qualifiers? qualifiers = null, RelationStatus status = RelationStatus.Occurred, Cue? cue = null, double confidence = 0.5)
    {
        if (head == tail || !Permits(type, head, tail))
            return;

        if (!_stated.Add((type, head, tail, sentence, qualifiers?.Title)))
            return;

        var statement = new Statement(type, head, tail, sentence, rule, qualifiers ?? Qualifiers.None, status, cue) { Confidence = confidence };
        Statements.Add(statement);
        _statements[sentence].Add(statement);
    }

    /// <summary>Gives each statement its confidence and drops those below the least for their type.</summary>
    public void Weigh(Func<Statement, double> confidence, Func<RelationType, double> least)
    {
        for (var i = 0; i < Statements.Count; i++)
            Statements[i] = Statements[i] with { Confidence = confidence(Statements[i]) };

        Statements.RemoveAll(statement => statement.Confidence < least(statement.Type));
    }

    private void Index(EntityDraft entity)
    {
        _byName.TryAdd(entity.Name, entity);
        foreach (var form in entity.Forms)
            _byName.TryAdd(form, entity);
    }

    /// <summary>Whether the ontology lets one of the readings of each end stand there.</summary>
    public static bool Permits(RelationType type, EntityDraft head, EntityDraft tail) =>
        head.OtherTypes.Append(head.Type).Any(h => tail.OtherTypes.Append(tail.Type).Any(t => Ontology.Permits(type, h, t)))
        || (IsActor(head) && tail.OtherTypes.Append(tail.Type).Any(t => Ontology.Permits(type, EntityType.Organization, t)))
        || (IsActor(tail) && head.OtherTypes.Append(head.Type).Any(h => Ontology.Permits(type, h, EntityType.Organization)))
        || (IsActor(head) && IsActor(tail) && Ontology.Permits(type, EntityType.Organization, EntityType.Organization));

    /// <summary>Whether a thing can act: an organization, or a place that stands for those who govern it.</summary>
    public static bool IsActor(EntityDraft entity) => entity.Type is EntityType.Organization or EntityType.Place;
}
