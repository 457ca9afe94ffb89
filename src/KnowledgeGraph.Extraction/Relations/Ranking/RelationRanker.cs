using System.Buffers;
using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Linking;
using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations.Ranking;

/// <summary>Weighs what the rules stated, and finds what they missed: a linear model over all pairs of entities that stand together.</summary>
/// <remarks>
/// One logistic regression for each type of relation, over shared features. A rule's word counts before anything is learnt
/// (<see cref="RelationCandidate.Base"/>), so that where the model knows nothing the rules decide. What has a confidence below the threshold
/// of its type is dropped, whoever found it.
/// </remarks>
internal sealed class RelationRanker(SequenceModel? model, Segmenter segmenter, WordClusters clusters, ClassLexicon anchors, TitleStack titles)
{
    private const string Rule = "ranker";

    private static readonly SearchValues<char> _marks = SearchValues.Create("，。、；：（”");

    private readonly Thresholds _thresholds = new();

    /// <summary>All relations that could be, with what speaks for them.</summary>
    public IEnumerable<RelationCandidate> Candidates(PageFacts facts) => Candidates(Features(facts));

    private static IEnumerable<RelationCandidate> Candidates(PairFeatures features)
    {
        foreach (var pair in features.Pairs())
        {
            foreach (var isForward in (bool[])[true, false])
            {
                var (head, tail) = isForward ? (pair.First, pair.Second) : (pair.Second, pair.First);
                var types = Ontology.Relations
                    .Where(relation => (isForward || !relation.IsSymmetric) && PageFacts.Permits(relation.Type, head, tail))
                    .Select(relation => (relation.Type, features.IsStated(relation.Type, head, tail)))
                    .ToList();
                if (types.Count > 0)
                    yield return new RelationCandidate(pair, head, tail, types, features.Of(pair, isForward));
            }
        }
    }

    // The words between an organization and a person behind it, or behind an organization that follows the person; else the post before the name.
    private string? TitleOf(PageFacts facts, RelationCandidate candidate)
    {
        foreach (var (where, _) in candidate.Pair.Encounters)
        {
            var mentions = facts.MentionsIn(where.Right);
            foreach (var person in mentions.Where(mention => mention.Entity == candidate.Head))
            {
                var before = mentions.LastOrDefault(mention => mention.Entity == candidate.Tail && mention.End <= person.Start);
                if (before.Entity is not null && Plain(facts.Text, before.End, person.Start) is { } title)
                    return title;

                if (PostBefore(facts, where.Right, person) is { } post)
                    return post;

                var after = mentions.FirstOrDefault(mention => mention.Entity == candidate.Tail && mention.Start >= person.End);
                if (after.Entity is null)
                    continue;

                var end = facts.Page.Sentences[where.Right].End;
                var stop = facts.Text.AsSpan(after.End, end - after.End).IndexOfAny(_marks);
                if (Plain(facts.Text, after.End, stop < 0 ? end : after.End + stop) is { } behind && titles.LengthAt(behind, 0, behind.Length) > 0)
                    return behind;
            }
        }

        return null;
    }

    // The post before a name, or before the list of names that it is in.
    private string? PostBefore(PageFacts facts, int sentence, EntityMention person)
    {
        if (titles.Before(facts, sentence, person.Start) is [.., var post])
            return post.Title;

        var previous = facts.MentionsIn(sentence).LastOrDefault(mention => mention.End < person.Start);
        return previous.Entity is not null && previous.Type == EntityType.Person && previous.End + 1 == person.Start && facts.Text[previous.End] is '、' or '和'
            ? PostBefore(facts, sentence, previous)
            : null;
    }

    private static string? Plain(string text, int start, int end)
    {
        var words = end - start is >= 2 and <= 14 ? text[start..end].TrimStart('的') : "";
        return words.Length >= 2 && words.All(c => char.IsLetter(c) || c is '、' or '·') ? words : null;
    }

    /// <summary>Gives each statement its confidence, drops what is too unsure, adds what was missed.</summary>
    public void Apply(PageFacts facts)
    {
        if (model is null)
            return;

        var features = Features(facts);
        var confidences = new Dictionary<(RelationType, EntityDraft, EntityDraft), double>();
        var missed = new List<(RelationType Type, RelationCandidate Candidate, double Confidence)>();
        foreach (var candidate in Candidates(features))
        {
            var sums = model.Sums(candidate.Features);
            foreach (var (type, isStated) in candidate.Types)
            {
                var confidence = 1 / (1 + Math.Exp(-RelationCandidate.Base(isStated) - sums[(int)type] / model.Scale));
                confidences[(type, candidate.Head, candidate.Tail)] = confidence;
                if (Ontology.Of(type).IsSymmetric)
                    confidences[(type, candidate.Tail, candidate.Head)] = confidence;

                if (!isStated && confidence >= _thresholds.Of(type, isStated: false) && candidate.Pair.Encounters.Count > 0)
                    missed.Add((type, candidate, confidence));
            }
        }

        facts.Weigh(statement => confidences.GetValueOrDefault((statement.Type, statement.Head, statement.Tail), 0.5), type => _thresholds.Of(type, isStated: true));
        foreach (var (type, candidate, confidence) in missed)
        {
            var title = type == RelationType.HoldsPosition ? TitleOf(facts, candidate) : null;
            if (type != RelationType.HoldsPosition || title is not null)
                facts.State(
                    type, candidate.Head, candidate.Tail, candidate.Pair.Encounters[0].Where.Right, Rule, new Qualifiers { Title = title },
                    cue: CueOf(features, candidate, type), confidence: confidence);
        }
    }

    private PairFeatures Features(PageFacts facts) =>
        new(facts, [.. Enumerable.Range(0, facts.Page.Sentences.Count).Select(s => new SentenceTokens(facts, s, segmenter, clusters))], new EventScenes(facts), anchors);

    // The word of the sentence that speaks most for it.
    private Cue? CueOf(PairFeatures features, RelationCandidate candidate, RelationType type)
    {
        var (best, most) = ((Cue?)null, 0);
        foreach (var (feature, word) in features.WordsOf(candidate.Pair, candidate.Head == candidate.Pair.First))
        {
            if (model!.Sums([feature])[(int)type] is var weight && weight > most)
                (best, most) = (word, weight);
        }

        return best;
    }
}

/// <summary>Relations that could lead from one entity to another, and what speaks for them.</summary>
/// <param name="Pair">The two, and where they stand together.</param>
/// <param name="Head">The one that it leads from.</param>
/// <param name="Tail">The other.</param>
/// <param name="Types">The relations that the ontology permits, and whether a rule stated them.</param>
/// <param name="Features">What the model sees.</param>
internal sealed record RelationCandidate(
    EntityPair Pair, EntityDraft Head, EntityDraft Tail, IReadOnlyList<(RelationType Type, bool IsStated)> Types, uint[] Features)
{
    /// <summary>The logarithm of the odds before anything is learnt.</summary>
    public static float Base(bool isStated) => isStated ? 2 : -3;
}
