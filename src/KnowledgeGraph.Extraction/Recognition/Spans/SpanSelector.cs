using KnowledgeGraph.Extraction.Lexicons;
using KnowledgeGraph.Extraction.Reading;
using KnowledgeGraph.Extraction.Segmentation;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Recognition.Spans;

/// <summary>Decides by a learnt model where found names begin and end, what they name, whether they are names at all, and which names lie in them.</summary>
/// <remarks>
/// 甘南州卓尼县政协 names a place, and 卓尼县政协; 某医院新院区 names itself and 某医院. A logistic regression for each type, once for the
/// name itself and once for a name inside another, over all <see cref="SpanCandidates"/>.
/// </remarks>
internal sealed class SpanSelector(SequenceModel? model, Segmenter segmenter, PlaceLexicon places, ClassLexicon anchors, WordClusters clusters)
{
    private const string NestedRule = "name in a name";

    // The least confidence of a name: below it a found name is dropped.
    private const double Least = 0.3;

    // The least confidence of another name in the place that a found one left.
    private const double Other = 0.5;

    // The least confidence of a name in another.
    private const double Nested = 0.5;

    private static readonly EntityType[] _types = Enum.GetValues<EntityType>();

    private readonly SpanCandidates _candidates = new(places, anchors);
    private readonly ClassLexicon _cues = new("cues.tsv");

    /// <summary>The columns of the model: each type as the name itself, then each type as a name in another.</summary>
    public static string[] Columns { get; } = [.. Enum.GetNames<EntityType>(), .. Enum.GetNames<EntityType>().Select(type => "in-" + type)];

    /// <summary>The logarithm of the odds of a name before anything is learnt.</summary>
    public static float Base(SpanCandidate span, EntityType type) => span.Start == span.Found.Start && span.End == span.Found.End && type == span.Found.Type ? 2 : -3;

    /// <summary>The same of a name in another.</summary>
    public const float NestedBase = -2;

    /// <summary>All candidates of a page, with what speaks for them.</summary>
    public IEnumerable<(SpanCandidate Span, uint[] Features)> Candidates(Page page, List<Name> names, List<Name> first) =>
        Sentences(page, names, first).SelectMany(sentence => sentence.SelectMany(name => name));

    /// <summary>The names of a page as the model sees them, and those inside of them.</summary>
    public List<Name> Select(Page page, List<Name> names, List<Name> first) =>
        model is null ? names : [.. Sentences(page, names, first).SelectMany(Select).OrderBy(name => name.Start).ThenByDescending(name => name.End)];

    private List<Name> Select(List<List<(SpanCandidate Span, uint[] Features)>> sentence)
    {
        var readings = sentence.Select(Read).ToList();
        var kept = new List<Name>();

        // The surest first; where another name has taken the place, the next best reading of the found name is left.
        foreach (var reading in readings.OrderByDescending(reading => reading.Names[0].Confidence))
        {
            var blocked = 0d;
            foreach (var (span, type, confidence) in reading.Names)
            {
                if (confidence < Least * (1 - blocked))
                    break;

                if (!Overlaps(kept, span))
                {
                    kept.Add(AsName(span, type, confidence));
                    break;
                }

                blocked += confidence;
            }
        }

        foreach (var (span, type, confidence) in readings.SelectMany(reading => reading.Names).Where(name => name.Confidence >= Other).OrderByDescending(name => name.Confidence))
        {
            if (!Overlaps(kept, span))
                kept.Add(AsName(span, type, confidence));
        }

        var nested = new Dictionary<(int, int), Name>();
        foreach (var (span, type, confidence) in readings.SelectMany(reading => reading.Nested).Where(name => name.Confidence >= Nested).OrderByDescending(name => name.Confidence))
        {
            if (kept.Exists(name => name.Start <= span.Start && span.End <= name.End && name.Length > span.Length))
                nested.TryAdd((span.Start, span.End), new Name(span.Start, span.End, type, NestedRule, confidence) { IsNested = true });
        }

        return [.. kept.Concat(nested.Values)];
    }

    private SpanReading Read(List<(SpanCandidate Span, uint[] Features)> candidates)
    {
        var (names, nested) = (new List<(SpanCandidate, EntityType, double Confidence)>(), new List<(SpanCandidate, EntityType, double Confidence)>());
        foreach (var (span, features) in candidates)
        {
            var sums = model!.Sums(features);
            foreach (var type in _types)
            {
                names.Add((span, type, Share(Base(span, type) + sums[(int)type] / model.Scale)));
                nested.Add((span, type, Share(NestedBase + sums[_types.Length + (int)type] / model.Scale)));
            }
        }

        return new SpanReading([.. names.OrderByDescending(name => name.Confidence)], nested);
    }

    private static bool Overlaps(List<Name> names, SpanCandidate span) => names.Exists(name => name.Start < span.End && span.Start < name.End);

    private static Name AsName(SpanCandidate span, EntityType type, double confidence) =>
        span.Start == span.Found.Start && span.End == span.Found.End && type == span.Found.Type
            ? span.Found
            : new Name(span.Start, span.End, type, span.Found.Rule + ", cut again", confidence);

    private static double Share(double sum) => 1 / (1 + Math.Exp(-sum));

    // For each sentence and each name in it what it could be.
    private IEnumerable<List<List<(SpanCandidate Span, uint[] Features)>>> Sentences(Page page, List<Name> names, List<Name> first)
    {
        var memory = new SpanMemory(page, names);
        var features = new SpanFeatures(places, anchors, _cues);
        var (next, nextFirst) = (0, 0);
        foreach (var sentence in page.Sentences)
        {
            var inside = Take(names, ref next, sentence.End);
            var seen = Take(first, ref nextFirst, sentence.End);
            if (inside.Count == 0)
                continue;

            var words = new SpanSentence(page.Text, sentence, segmenter, clusters, seen);
            yield return
            [
                .. inside.Select((name, i) => _candidates
                    .Of(page.Text, words, name, i == 0 ? sentence.Start : inside[i - 1].End, i + 1 == inside.Count ? sentence.End : inside[i + 1].Start)
                    .Select(span => (span, features.Of(page.Text, words, memory, span)))
                    .ToList()),
            ];
        }
    }

    private static List<Name> Take(List<Name> names, ref int next, int end)
    {
        var taken = new List<Name>();
        while (next < names.Count && names[next].Start < end)
            taken.Add(names[next++]);

        return taken;
    }

    // What a found name could be, the surest first, and what could be in it.
    private sealed record SpanReading(List<(SpanCandidate Span, EntityType Type, double Confidence)> Names, List<(SpanCandidate Span, EntityType Type, double Confidence)> Nested);
}
